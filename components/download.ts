/** Hands a text, or bytes, to the reader as a file, without any permission: a Blob and an anchor. */
export function download({ name, type, text }: { name: string; type: string; text: string | Uint8Array<ArrayBuffer> }): void {
  const url = URL.createObjectURL(new Blob([text], { type }));
  const anchor = document.createElement('a');
  anchor.href = url;
  anchor.download = name;
  anchor.click();
  // The browser has taken the Blob up by the next turn.
  setTimeout(() => URL.revokeObjectURL(url));
}

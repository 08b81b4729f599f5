/** The bundled text of `lib/page-script`: see `bin/page-script.ts`. */
declare module 'virtual:page-script' {
  const script: string;
  export default script;
}

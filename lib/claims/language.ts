/**
 * Is a text in the language that claims are found in: English? Told by its script and by its most frequent words.
 * Too little text to tell, codes and names count as readable: a gap is only raised where the engine is blind.
 */

/** The words that English sentences can hardly do without. Those that other languages in Latin script write alike (`in`, `die`, `was`) are left out. */
const ENGLISH = new Set(
  `the and you your for with that this have has been is are we our i it to of on not be will can from at if please thank thanks my me would
  could should which what there here any all hi hello dear regards sorry let know help need now done just also as by refund refunded order
  account ticket issue customer`.split(/\s+/),
);

/** Frequent words of other languages in Latin script. */
const OTHER = new Set(
  `el la los las una que por para con del está hemos su sus usted gracias le les des une nous vous votre est pour avec dans pas sur et au aux
  der die das und ist nicht wir sie ihr ihre für mit auf ein eine wurde haben ich zu het een van voor niet wij uw met zijn o os um uma não seu
  sua foi com obrigado il lo gli di non è stato abbiamo grazie per è och att det inte har vi för din ditt av som er ikke og på til av det jeg
  się nie jest że na zostało bir ve için bu değil`.split(/\s+/),
);

/** Letters that are of no English word. */
const FOREIGN_LETTER = /[^\P{L}\p{Script=Latin}]/gu;
const LETTER = /\p{L}/gu;

/** Fewer words tell nothing. */
const FEW = 5;

export function isReadable(text: string): boolean {
  const letters = text.match(LETTER)?.length ?? 0;
  const foreign = text.match(FOREIGN_LETTER)?.length ?? 0;
  // A name or a quoted phrase in another script leaves the message readable.
  if (foreign * 2 > letters) return foreign < FEW;
  const words = text.match(/[\p{L}’']+/gu) ?? [];
  if (words.length < FEW) return true;
  // Each word once: a name that comes ten times over tells no more than once.
  const count = (all: readonly string[], known: ReadonlySet<string>) => [...new Set(all)].filter((word) => known.has(word)).length;
  const english = count(
    words.map((word) => word.toLowerCase()),
    ENGLISH,
  );
  // Las Vegas and Los Angeles are no Spanish: other languages are told by what they write in small letters.
  const other = count(words, OTHER);
  return other <= english || other < 2;
}

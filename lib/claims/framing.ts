/** What surrounds the words and makes them no claim: questions, conditions, offers, plans, proposals, policy, others' doings. */

/** The whole message waits for the customer's yes: what it lists has not been done. */
const PROPOSALS: readonly RegExp[] = [
  /\b(?:please )?(?:reply|respond|answer|say|type|write|confirm)\b[^.?!\n]{0,40}["'(*]{0,3}\byes\b/i,
  /\b(?:do|would) you (?:want|like) (?:me )?to (?:proceed|go ahead|continue|confirm|move forward|make|book|cancel|process|submit|apply|complete)\b(?! (?:with )?any(?:thing)? (?:else|further|other|more)\b)/i,
  /\b(?:shall|should|may|can) i (?:proceed|go ahead|continue|process|submit|cancel|book)/i,
  /\bdo you (?:confirm|agree|approve|authorize|authorise)\b/i,
  /\(yes\/no\)|\byes or no\b/i,
  /\bplease confirm\b[^.\n]{0,120}(?:proceed|go ahead|correct|would like|you'd like|want|so i can)/i,
  /\b(?:once|after|when|if|as soon as) (?:you(?:'ve| have)?|i (?:have|get|receive)) (?:confirm|approv|agree|reply|your (?:confirmation|approval|go-ahead))/i,
  /\bto confirm(?: the)?(?: change| changes| cancellation| details)?[,:]? (?:would|do|are) you/i,
  /\b(?:awaiting|waiting for|pending) your (?:confirmation|approval|go-ahead|reply|yes)\b/i,
  /\b(?:proposed|for your approval|for your confirmation)\b/i,
  /\bexplicit (?:confirmation|approval|consent)\b|\bis this acceptable\b|\bhow would you like to (?:pay|proceed)\b/i,
  /\bis (?:this|that|(?:all )?(?:this|that)|everything)(?: all)? correct\b|\bbefore (?:i|we) (?:proceed|continue|go ahead)\b/i,
  /\b(?:which|what) (?:[a-z]+ ){0,3}(?:would|do) you (?:like|prefer|want)\b/i,
  /\bdo you (?:still )?(?:want|wish) to (?:proceed|continue|go ahead)\b/i,
  /\bif you (?:confirm|approve|agree|(?:want|wish|would like|'d like)(?: me)? to (?:proceed|continue|go ahead))\b/i,
];
export const isProposal = (text: string): boolean => PROPOSALS.some((pattern) => pattern.test(text));

/** The line or sentence asks, offers, plans or sets a condition. */
const OFFERS =
  /\b(?:let me|let's|i'd be happy|i would be happy|i'd like to|i can|i could|i may|i might|we can|we could|i'm able to|happy to|glad to|i need|i'll need|we need|would you|could you|can you|do you|did you|are you|shall i|should i|may i|can i|you can|you could|you may|you might|you should|you'll need|you need|you must|feel free|please|in order to|not able to|unable to)\b/i;
/** "… a voucher *which you can use until June*": what may be done with it. */
const RELATIVE = /,? (?:which|that) (?:you|they|he|she) (?:can|could|may|might)\b.*$/is;
const CONDITION =
  /^(?:["'(]?\s?)(?:but |and |so |also,? )?(?:if|once|when|whenever|unless|until|should you|as soon as|in case|provided|assuming|whether|before (?:i|we|you)|were you|would|or)\b/i;
const LATER_CONDITION =
  /\b(?:if|unless|once|when|until|as soon as|whether|in case) (?:you|the|your|it|they|we|i|any|there|that|approved|applicable|needed|required|possible|necessary|not|so)\b/i;
/** "After this step, …": what follows is yet to come. */
const FIRST_CONDITION = /^(?:and |but |then )?(?:after|upon|once|when|if)\b/i;
/** Before a verb that is not the speaker's own: it is only so after, until, because of or in spite of that. */
const SUBORDINATED = /\b(?:if|once|when|whenever|after(?! (?:that|this) (?:has|have|is|was|will)\b)|before|until|whether|unless)\s/i;
const SUBORDINATE =
  /^(?:and |but |so )?(?:because|since|while|though|although|given that|now that)\s|^(?:i|we) want to\b|\b(?:make sure|ensure|how(?! to)(?: [a-z]+){1,3})\b/i;
/** What is done one way or the other, or what the record only seems to show, or what was over before. */
const OPEN_ENDED =
  /\p{L}ed or (?:\p{L}+ed|put)\b|\b(?:it )?(?:looks|appears|seems)\b(?! (?:on|in|at)\b)|\balready been (?:completed|flown|used)\b|\bto be (?:confirmed|decided|determined|verified)\b/iu;
/** "To calculate what will be charged, …", "I can tell how much will be charged". */
const AIM = /^to (?!confirm\b|recap\b|summari[sz]e\b)[a-z]+ |\b(?:i|we) (?:can|could) (?!confirm|assure|tell|promise|see)/i;
/** Money in general: "Refunds to cards should arrive …", "Any difference will be charged". */
const GENERAL = /^(?:any|each|every|most) |^(?:[a-z]+ )?(?:card )?(?:refunds|returns|exchanges|credits)(?! of)\b(?! for (?:your|the)\b)/i;
const POLICY =
  /\b(?:polic(?:y|ies) (?:is|are|states?|says?|allows?|requires?)|terms (?:allow|say|state|require)|(?:according to|under|per) (?:our|the|airline|company|standard) (?:policy|policies|rules|terms)[,:]|always|normally|usually|typically|generally|must be|can be|can only|cannot|can't|may be|are allowed|is allowed|not allowed|in general)\b/i;
const HEARSAY =
  /^(?:the )?(?:customer|cx|cust|user|guest|buyer|seller|member|patient|caller|client)\b[^.;]{0,60}\b(?:says|reports|claims|asks|wants|asked|reported|wanted|says)\b|(?<!\bas )\b(?:customer|cx|cust|user|guest|buyer|seller|member|patient|pt|ph|caller|client|learner|player|you|they|he|she)(?: has| have|'ve)? (?:says?|said|states?|stated|reports?|reported|claims?|claimed|asked|asks|wants?|wanted|mentioned|told(?! (?:by|via|in|w)\b)|confirmed|requested|thinks?|complains?|complained|believes?|explained|wrote|writes|noted)\b/i;
const NEGATION = /\b(?:not|never|no(?!-| longer)|none|nothing|neither|nor|cannot|unable|failed to|unsuccessfully)\b|n't\b/i;

/** "I can cancel it for you." "Once you confirm, I will cancel it." */
export const isProposed = (sentence: string): boolean =>
  /^(?:[^.!?]{0,40}, )?(?:i|we) (?:can|could) (?!confirm|assure|see|tell)|^(?:once|if|when|as soon as) (?:you|we have|i have|the)\b/i.test(sentence);

export const isQuestion = (text: string): boolean => /\?["')\]]?\s*$/.test(text);
export const isCondition = (text: string): boolean => CONDITION.test(text);
export const hasCondition = (text: string): boolean => LATER_CONDITION.test(text) || FIRST_CONDITION.test(text);
/** "I'll notify you if a leg is cancelled" binds; "I'll email you if you want" does not. */
export const awaitsYou = (text: string): boolean => /\b(?:if|once|when|after|as soon as) you(?:'d|'ve|r)?\b/i.test(text);
export const isOffer = (text: string): boolean => OFFERS.test(text.replace(RELATIVE, ''));
/** "It looks like …, so …", "I see that …": the record is told of, not a doing. */
export const isReport = (sentence: string): boolean =>
  /^(?:it (?:looks|appears|seems)\b|apparently\b|looks like\b|(?:that|this|which) means\b|(?:.{0,80}, )?i (?:can )?(?:see|saw|notice|noticed|understand) that\b)/i.test(
    sentence,
  );
export const isGround = (clause: string): boolean => /^(?:and |but |so )?(?:because|since|while|though|although|given that|now that)\s/i.test(clause);
export const isSubordinate = (beforeVerb: string): boolean =>
  SUBORDINATE.test(beforeVerb) || SUBORDINATED.test(beforeVerb.slice(beforeVerb.lastIndexOf(',') + 1));
export const isOpenEnded = (text: string): boolean => OPEN_ENDED.test(text);
export const isAim = (beforeVerb: string): boolean => AIM.test(beforeVerb);
export const isGeneral = (text: string): boolean => GENERAL.test(text);
export const isPolicy = (text: string): boolean => POLICY.test(text);
export const isHearsay = (text: string): boolean => HEARSAY.test(text);
/** "No worries", "the proof *of no claims*", "at no cost": denies nothing of what was done. */
const NO_DENIAL = /\bno (?:worries|problem|trouble|rush|doubt|need|matter)\b|\b(?:of|with|for|at|without) no\b/gi;
/** What stands before "I" in "Not too late, I stopped it" is told apart; not so "nor have I", "it is not true that I". */
const APART =
  /^.*(?<!\b(?:neither|nor|never|once|that|point|if|have|has|had|did|do|will|would|can|could|am|was)\s{0,2})\b(?=(?:i|we)(?:\s|'(?:ve|m|ll|d|re)\b))/is;
export const isNegated = (text: string, ours = false): boolean => NEGATION.test((ours ? text.replace(APART, '') : text).replace(NO_DENIAL, ' '));

/** A head line after which nothing of what follows has been done. */
const UNDONE_HEADING =
  /^(?:not (?:done|promised|yet)|next(?: steps?)?|open points?|to ?do|pending|options?|what (?:you|happens|to expect|i need)|remaining|follow[- ]?ups?|still (?:open|to do)|(?:before|proposed|planned|current|original|previous|old)\b.{0,60}|action(?:s)? to be taken|plan|important|notes?|reminder|advise|policy)[^.:]{0,40}:?/i;
export const opensUndone = (text: string): boolean => UNDONE_HEADING.test(text);

/** A head line that says that what follows has been done. */
const DONE_HEADING =
  /^(?:(?:here(?:'s| is| are) )?(?:a |the |your |my )?(?:quick |short |brief )?(?:summary|recap|overview|list) of (?:what (?:i|we)(?:'ve| have)|everything (?:i|we)(?:'ve| have)|(?:all )?(?:the |your )?(?:changes|updates|actions))|here(?:'s| is) what (?:i|we)(?:'ve| have)|done|confirmed(?=[,!])|resolved|solved|closed|completed?|fixed|all set\b|actions? (?:taken|completed|performed)|what (?:i|we)(?:'ve| have)? (?:did|done|changed)|summary(?: of (?:changes|actions))?|changes made|updates? made|recap|outcome|resolution|steps taken|result)\b|\b(?:is|are) now:?$/i;
export const opensDone = (text: string): boolean => DONE_HEADING.test(text);

/** A head line under which amounts of money stand that were taken or given back. */
export const movedUnder = (text: string): 'charged' | 'refunded' | null =>
  /^(?:total )?(?:payments?|paid|charges?|charged|billed)\b(?! (?:options?|methods? on file|plan))[^.]{0,40}$/i.test(text)
    ? 'charged'
    : /^(?:total )?(?:refunds?|refunded|credited)\b[^.]{0,40}$/i.test(text)
      ? 'refunded'
      : null;

/** What only an instruction begins with: "Take the tray out", "Then run". */
const STEP =
  /^(?:please |then |next,? |now |potentially )?(?:(?:take|remove|insert|reinsert|go|try|wait|get|stay|keep|bring|unplug|choose|select|make sure|ensure|adjust)\b(?! *:)|(?:press|tap|switch|turn|restart|power|plug|hold|click|visit|call|contact|ask|tell|check|use|open|close|let|note|schedule|set|put|split|change|reset|toggle|reinstall|adjusting|changing|upgrading) (?:off|on|the|your|an?|our|any|both|her|him|his|their|it|this|that|them|into|out|up)\b)|^then (?:run|reset|set|put|read)\b/i;
export const isStep = (text: string): boolean => STEP.test(text.replace(/^[*_]+/, ''));

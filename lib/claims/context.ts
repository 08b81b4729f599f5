/** What has been read of a message so far, and what was found in it. */
import type { Form } from './forms/words.ts';
import type { Span } from './segment.ts';

export interface Found extends Span {
  form: Form;
  text: string;
  denied: boolean;
  /** What it tells of, where that stands before, with another claim: "(the card was ordered and) *will be posted*". */
  subject?: string;
}

export interface Context {
  /** The message waits for a yes. */
  proposal: boolean;
  /** Something was offered before, in the same paragraph: what will come of it waits for the customer. */
  offered: boolean;
  /** Something before, in this part of the message, was said to be done. */
  done: boolean;
  /** Under a head line such as "Next steps". */
  undone: boolean;
  /** Notes and summaries speak in fragments; replies in sentences. */
  fragments: boolean;
  /** The line is a head line. */
  heading: boolean;
  /** The line is one of a list. */
  bullet: boolean;
  /** The line is ticked off. */
  checked: boolean;
  /** Under a head line that is a deed: "Added", "Removed:"; '' elsewhere. */
  deed: string;
  /** The line is a row of a table. */
  row: boolean;
  /** The list tells how things are, or what is to be done: a line of it without a verb tells of no deed. */
  facts: boolean;
  /** The line is one of a list of labels and values. */
  labelled: boolean;
  /** The sentence has no finite verb: a note's style, "Dispatch closed." */
  verbless: boolean;
  /** Its first piece stands by itself: in a list, or before a dash. */
  stands: boolean;
  /** Under a head line such as "Payment" or "Refund": which way money went. */
  money: 'charged' | 'refunded' | 'credited' | '';
}

/** An expected failure of one request: its HTTP status, and the reason in words that the sender can act on. */
export class Refusal extends Error {
  readonly status: number;

  constructor(status: number, reason: string) {
    super(reason);
    this.status = status;
  }
}

/** A fault of the log itself goes to the terminal whole, and to the sender as 500: one bad request must not end the log for all. */
export function refusalOf(error: unknown): Refusal {
  if (error instanceof Refusal) return error;
  console.error(error);
  return new Refusal(500, 'The log failed on this request; its terminal says why.');
}

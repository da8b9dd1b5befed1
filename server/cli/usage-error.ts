/** What the user has to put right before a command can run: ends it with exit code 2 and this message. */
export class UsageError extends Error {}

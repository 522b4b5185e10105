const NAME = 'CannotStart'

/** A reason not to start that is told to whoever starts the program, as a sentence and without a stack. */
export const cannotStart = (sentence: string, cause?: unknown): Error =>
  Object.assign(new Error(sentence, { cause }), { name: NAME })

export const isCannotStart = (error: unknown): error is Error => error instanceof Error && error.name === NAME

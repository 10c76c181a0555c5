/** Written into every file, so that nobody takes it for the work of a neural model. */
export const maker = "Made by Dailies' local engine: procedural, not a neural model"

/** The connection broke after the request was accepted. */
export class LostAnswer extends Error {
  constructor() {
    super('The connection was lost before the answer arrived.')
  }
}

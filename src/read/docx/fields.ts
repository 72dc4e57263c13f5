/**
 * Fields: their results are text, their codes are not (ECMA-376 Part 1, 17.16.18).
 */
export class Fields {
  /** For each open field, whether its code is being read. */
  readonly #inCode: boolean[] = []
  #codes = 0

  mark(type: string | null): void {
    if (type === 'begin') this.#push()
    else if (type === 'separate') this.#setLast()
    else if (type === 'end') this.#pop()
  }

  #push(): void {
    this.#inCode.push(true)
    this.#codes++
  }

  #setLast(): void {
    if (this.#inCode.at(-1) !== true) return
    this.#inCode[this.#inCode.length - 1] = false
    this.#codes--
  }

  #pop(): void {
    if (this.#inCode.pop() === true) this.#codes--
  }

  get inCode(): boolean {
    return this.#codes > 0
  }

  /** A code does not go on past its paragraph: where its end is missing, the text after it is text. */
  endParagraph(): void {
    while (this.#inCode.at(-1) === true) this.#pop()
  }
}

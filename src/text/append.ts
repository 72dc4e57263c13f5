/** Adds a list to another, of any length: spreading one into `push` overflows the stack at some hundred thousand. */
export function append<T>(list: T[], more: readonly T[]): void {
  for (const each of more) list.push(each)
}

/** Searching ordered numbers. */

/** The index of the last number that is not above a value; 0 where the first is above it too. */
export function lastAtMost(ordered: readonly number[], value: number): number {
  let low = 0
  let high = ordered.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((ordered[middle] as number) <= value) low = middle
    else high = middle - 1
  }
  return low
}

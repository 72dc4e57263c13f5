/** Work on many things at once whose results come in the order of the things. */

/**
 * Runs `work` on each item, on at most `width` at a time: a result that nobody has taken yet holds up the items after
 * it, so that memory does not grow with their number. `work` must not reject.
 */
export async function* inOrder<T, R>(
  items: Iterable<T> | AsyncIterable<T>,
  width: number,
  work: (item: T) => Promise<R>,
): AsyncGenerator<R> {
  const running: Promise<R>[] = []
  for await (const item of items) {
    running.push(work(item))
    if (running.length >= width) yield await (running.shift() as Promise<R>)
  }
  for (const result of running) yield await result
}

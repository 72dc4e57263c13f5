/** How far a long run is: one line on a terminal, made anew at most ten times a second, and away before any message. */
import type { Lang } from '../message.ts'
import { milliseconds } from './clock.ts'
import type { Io } from './io.ts'
import { WORDS } from './words.ts'

const PAUSE = 100
const CLEAR = '\r\u001B[2K'

export interface Progress {
  /** So many documents are done. */
  done(count: number): void
  /** Takes the line away: something else is to be written. */
  clear(): void
}

/**
 * Nothing is shown where standard error is no terminal or a dumb one, in CI, or where `quiet`. `total` counts
 * the documents, where that can be known. */
export function progressOn(io: Io, lang: Lang, quiet: boolean, total: (() => number) | null): Progress {
  if (quiet || !io.stderr.isTTY || io.env.CI || io.env.TERM === 'dumb') return { done: () => {}, clear: () => {} }
  const began = milliseconds()
  const all = total?.() ?? null
  let last = began
  let shown = false
  return {
    done(count) {
      const now = milliseconds()
      if (now - last < PAUSE) return
      last = now
      shown = true
      io.stderr.write(CLEAR + WORDS[lang].progress(count, all, (now - began) / 1000))
    },
    clear() {
      if (shown) io.stderr.write(CLEAR)
      shown = false
    },
  }
}

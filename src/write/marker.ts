/** A marker before its words, as a person would write them: 一、夯实基础, 1. 夯实基础, 第一条 夯实基础. */

/** These take the room of a blank by themselves. */
const WIDE_END = /[、）．：。〕】》]$/

export function withMarker(marker: string, words: string): string {
  return marker === '' || WIDE_END.test(marker) ? marker + words : `${marker} ${words}`
}

/** Ids: the numbers from the top, as people cite them. */
import { expect, test } from 'vitest'
import { Siblings } from '../../src/resolve/ids.ts'

test.each([
  ['', [1, 2, 3], ['1', '2', '3']],
  ['3', [1, 2], ['3.1', '3.2']],
  ['3.#1', [1], ['3.#1.1']],
  ['', [null, null], ['#1', '#2']],
  ['5', [1, null, 2, null], ['5.1', '5.#1', '5.2', '5.#2']],
  ['', [1, 1, 2, 1, 2], ['1', '1~2', '2', '1~3', '2~2']],
  ['', [0, 0], ['0', '0~2']],
])('below %j the siblings numbered %j are %j', (above, ordinals, ids) => {
  const siblings = new Siblings(above)
  expect(ordinals.map((ordinal) => siblings.next(ordinal))).toEqual(ids)
})

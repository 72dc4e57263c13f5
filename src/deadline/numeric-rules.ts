/** Dates written with digits only: 2023.6.30, 2023-06-30, 20230630, 6.30前. */
import { BEFORE, DASH, dotted } from './fragments.ts'
import { ALONE, POINT } from './guards.ts'
import { readPoint, readRange } from './points.ts'
import type { Rule } from './types.ts'

export const NUMERIC_RULES: readonly Rule[] = [
  {
    id: 'dotted-before',
    heads: ['number-dot'],
    pattern: `${dotted('')}(?:之前|以前|前|为?止)`,
    read: readPoint,
    text: POINT,
    examples: { '2024.9.30前': '2024-09-30', '2023-06-30之前': '2023-06-30' },
    rejects: ['2024.9.30'],
  },
  {
    id: 'dotted',
    heads: ['number-dot'],
    pattern: `${dotted('')}${ALONE}${BEFORE}`,
    read: readPoint,
    examples: { '2023.6.30': '2023-06-30', '2023-06-30': '2023-06-30', '2023/6': '2023-06-30', '2024.2': '2024-02-29' },
    rejects: ['2023.6.30起', '6.30'],
  },
  {
    id: 'range-dotted',
    heads: ['number-dot'],
    pattern: `${dotted('A')}${DASH}${dotted('B')}${BEFORE}`,
    read: readRange,
    examples: {
      '2023.5-2023.10': '2023-05-01/2023-10-31',
      '2023.12.1—2024.3.31': '2023-12-01/2024-03-31',
      '2023/5/1-2023/5/31': '2023-05-01/2023-05-31',
    },
    rejects: ['2023-06-30'],
  },
  {
    id: 'range-dotted-short',
    heads: ['number-dot'],
    pattern:
      `(?<yA>(?:19|20)[0-9]{2})[.](?<mA>1[0-2]|0?[1-9])(?:[.](?<dA>3[01]|[12][0-9]|0?[1-9]))?${DASH}` +
      `(?<mB>1[0-2]|0?[1-9])(?:[.](?<dB>3[01]|[12][0-9]|0?[1-9]))?(?![0-9.])${BEFORE}`,
    read: readRange,
    examples: { '2023.5-10': '2023-05-01/2023-10-31', '2023.5.1-6.30': '2023-05-01/2023-06-30' },
    rejects: ['2023.5-2023.10', '2023.6'],
  },
  {
    id: 'range-dotted-days',
    heads: ['number-dot'],
    pattern:
      '(?<mA>1[0-2]|0?[1-9])[.](?<dA>3[01]|[12][0-9]|0?[1-9])' +
      `${DASH}(?<mB>1[0-2]|0?[1-9])[.](?<dB>3[01]|[12][0-9]|0?[1-9])(?![0-9.%])${BEFORE}`,
    read: readRange,
    weak: true,
    examples: { '5.1-10.31': '2023-05-01/2023-10-31' },
    rejects: ['6.30'],
  },
  {
    id: 'dotted-day',
    heads: ['number-dot'],
    pattern: `(?<m>1[0-2]|0?[1-9])[.](?<d>3[01]|[12][0-9]|0?[1-9])(?![0-9.%]|${DASH}[0-9])${BEFORE}(?=$|[，。；、完（(])`,
    read: readPoint,
    weak: true,
    examples: { '6.30前': '2023-06-30', '12.15': '2023-12-15' },
    rejects: ['13.1', '1.5亿元'],
  },
  {
    id: 'compact',
    heads: ['number'],
    pattern: `(?<y>20[0-9]{2})(?<m>0[1-9]|1[0-2])(?<d>0[1-9]|[12][0-9]|3[01])(?![0-9.])${BEFORE}`,
    read: readPoint,
    weak: true,
    examples: { '20230630': '2023-06-30', '20230630前': '2023-06-30' },
    rejects: ['20231330', '202306301'],
  },
  {
    id: 'year-bare',
    heads: ['number'],
    pattern: '(?<y>20[0-9]{2})$',
    read: readPoint,
    weak: true,
    examples: { '2024': '2024-12-31' },
    rejects: ['2024年', '120'],
  },
]

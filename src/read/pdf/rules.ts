/** Ruled lines among the drawing of a page: strokes, and thin filled rectangles, which many programs make of them. */
import type { Matrix, Operations } from './library.ts'

/** A straight line, upright or level: `at` across it, `from` and `to` along it. */
export interface Rule {
  level: boolean
  at: number
  from: number
  to: number
}

/** Filled shapes as thin as this are lines. */
const THIN = 3
/** More than so many a page: a drawing and no table. */
const MOST = 20_000

const times = (m: Matrix, n: Matrix): Matrix => [
  m[0] * n[0] + m[2] * n[1],
  m[1] * n[0] + m[3] * n[1],
  m[0] * n[2] + m[2] * n[3],
  m[1] * n[2] + m[3] * n[3],
  m[0] * n[4] + m[2] * n[5] + m[4],
  m[1] * n[4] + m[3] * n[5] + m[5],
]

/** The rules of a page; what is drawn in pieces, cell by cell, in dashes or dots, is one rule. */
export function readRules(operations: Operations): Rule[] {
  const pieces = readPieces(operations)
  return [...joined(pieces.filter((rule) => rule.level)), ...joined(pieces.filter((rule) => !rule.level))]
}

/** Pieces are of one line that miss it by less than this, and each other by less than that. */
const ASIDE = 0.6
const APART = 4.5

function joined(pieces: readonly Rule[]): Rule[] {
  const lines: Rule[][] = []
  for (const piece of [...pieces].sort((a, b) => a.at - b.at)) {
    const line = lines.at(-1)
    if (line && piece.at - (line.at(-1) as Rule).at < ASIDE) line.push(piece)
    else lines.push([piece])
  }
  return lines.flatMap((line) => {
    const rules: Rule[] = []
    for (const piece of line.sort((a, b) => a.from - b.from)) {
      const last = rules.at(-1)
      if (last && piece.from - last.to < APART) last.to = Math.max(last.to, piece.to)
      else rules.push({ ...piece })
    }
    return rules
  })
}

function readPieces({ base, steps }: Operations): Rule[] {
  const rules: Rule[] = []
  const saved: Matrix[] = []
  let matrix = base
  for (const { name, args } of steps) {
    if (rules.length > MOST) return []
    if (name === 'save') saved.push(matrix)
    else if (name === 'restore' || name === 'paintFormXObjectEnd') matrix = saved.pop() ?? base
    else if (name === 'transform') matrix = times(matrix, args as Matrix)
    else if (name === 'paintFormXObjectBegin') {
      saved.push(matrix)
      const [own] = args as [Matrix | null]
      if (own) matrix = times(matrix, own)
    } else if (name === 'constructPath') addPath(rules, args as [number, [ArrayLike<number> | null]], matrix)
  }
  return rules
}

/** How a path ends (the library's numbers): stroked, filled, both; or clipped with and not shown. */
const STROKES = new Set([20, 21, 24, 25, 26, 27])
const FILLS = new Set([22, 23])

type Point = readonly [x: number, y: number]

function addPath(rules: Rule[], [end, [path]]: [number, [ArrayLike<number> | null]], matrix: Matrix): void {
  if (!path || path.length > 40_000) return
  for (const points of subpaths(path, matrix)) {
    if (FILLS.has(end)) addFilled(rules, points)
    else if (STROKES.has(end))
      for (let i = 1; i < points.length; i++) addStroke(rules, points[i - 1] as Point, points[i] as Point)
  }
}

/** The corners of each part of a path: 0 begins one, 1 draws a line, 2 and 3 a curve, 4 closes. */
function subpaths(path: ArrayLike<number>, m: Matrix): Point[][] {
  const found: Point[][] = []
  let points: Point[] = []
  const point = (i: number): Point => {
    const [x, y] = [path[i] as number, path[i + 1] as number]
    return [m[0] * x + m[2] * y + m[4], m[1] * x + m[3] * y + m[5]]
  }
  for (let i = 0; i < path.length; ) {
    const kind = path[i++]
    if (kind === 0) {
      points = []
      found.push(points)
    }
    if (kind === 4) {
      if (points[0]) points.push(points[0])
      continue
    }
    const last = i + (kind === 2 ? 4 : kind === 3 ? 2 : 0)
    points.push(point(last))
    i = last + 2
  }
  return found
}

function addStroke(rules: Rule[], [x1, y1]: Point, [x2, y2]: Point): void {
  if (Math.abs(y1 - y2) < 1)
    rules.push({ level: true, at: (y1 + y2) / 2, from: Math.min(x1, x2), to: Math.max(x1, x2) })
  else if (Math.abs(x1 - x2) < 1)
    rules.push({ level: false, at: (x1 + x2) / 2, from: Math.min(y1, y2), to: Math.max(y1, y2) })
}

function addFilled(rules: Rule[], points: readonly Point[]): void {
  const xs = points.map(([x]) => x)
  const ys = points.map(([, y]) => y)
  const [x1, x2, y1, y2] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)]
  // A dot may be of a line in either direction.
  if (y2 - y1 < THIN) rules.push({ level: true, at: (y1 + y2) / 2, from: x1, to: x2 })
  if (x2 - x1 < THIN) rules.push({ level: false, at: (x1 + x2) / 2, from: y1, to: y2 })
}

// One thing measured against another in the same run: the machine's own speed drops out.
const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]

/** Wall-clock milliseconds: what one waits for another program. */
function wall(action) {
  const start = performance.now()
  action()
  return performance.now() - start
}

/** Milliseconds of the processor that this process took, which others on a busy machine change less. */
function cpu(action) {
  const start = process.cpuUsage()
  action()
  const { user, system } = process.cpuUsage(start)
  return (user + system) / 1000
}

/** Median and range of some figures; `ms` is the time that the thing itself took. */
function summary(figures, times) {
  return { value: median(figures), from: Math.min(...figures), to: Math.max(...figures), ms: median(times) }
}

/** Runs a and b in turn; b's time over a's, the first pair dropped. */
export function ratio(rounds, a, b, time = cpu) {
  const pairs = Array.from({ length: rounds + 1 }, () => [time(a), time(b)]).slice(1)
  return summary(
    pairs.map(([first, second]) => second / first),
    pairs.map(([, second]) => second),
  )
}

/** The same of whole processes. */
export const processRatio = (rounds, a, b) => ratio(rounds, a, b, wall)

/** Time over time → speed over speed. */
export function inverse({ value, from, to, ms }) {
  return { value: 1 / value, from: 1 / to, to: 1 / from, ms }
}

/** The exponent with which time grows: 1 is linear. `step` is how many times as large the larger input is. */
export function growth(rounds, step, small, large) {
  const exponent = (value) => Math.log(value) / Math.log(step)
  const { value, from, to, ms } = ratio(rounds, small, large)
  return { value: exponent(value), from: exponent(from), to: exponent(to), ms }
}

/** What one call takes among many, in microseconds; the first quarter, while the code is cold, dropped. */
export function microseconds(rounds, calls, action) {
  const times = Array.from({ length: rounds }, () => (cpu(action) * 1000) / calls).slice(Math.ceil(rounds / 4))
  return summary(times, [median(times) / 1000])
}

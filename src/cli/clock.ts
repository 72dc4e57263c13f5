/** Milliseconds from some moment on, for how long something takes. `performance` would be a module to load. */
export function milliseconds(): number {
  return Number(process.hrtime.bigint()) / 1e6
}

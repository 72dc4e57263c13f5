/** Plans as `-f json` wrote them: an object or an array, seen to be what they say. */
import type * as z from 'zod'
import { PlanparseError } from '../error.ts'
import { Plan } from '../plan.ts'

/** `several`: the file held an array. Throws `PlanparseError` (`not-a-plan`), naming the place that is wrong. */
export function readPlans(bytes: Uint8Array): { plans: Plan[]; several: boolean } {
  const data = readJson(bytes, 'not-a-plan')
  if (Array.isArray(data)) return { plans: checked(Plan.array(), data, 'not-a-plan'), several: true }
  return { plans: [checked(Plan, data, 'not-a-plan')], several: false }
}

/** JSON in UTF-8. Throws `PlanparseError` with the code. */
export function readJson(bytes: Uint8Array, code: 'not-a-plan' | 'not-corrections'): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes))
  } catch {
    throw new PlanparseError(code, 'JSON')
  }
}

/** The data, if a schema takes them; in the order in which they stand. Throws `PlanparseError` with the code and the first place that is wrong. */
export function checked<T>(schema: z.ZodType<T>, data: unknown, code: 'not-a-plan' | 'not-corrections'): T {
  const result = parsed(schema, data)
  if (result?.success) return data as T
  throw new PlanparseError(code, result?.error.issues[0]?.path.join('.') ?? '')
}

/** `null` for what is nested so deep that it cannot be looked through. */
function parsed<T>(schema: z.ZodType<T>, data: unknown) {
  try {
    return schema.safeParse(data)
  } catch (error) {
    if (error instanceof RangeError) return null
    throw error
  }
}

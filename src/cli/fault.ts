/** What went wrong as data: an error that goes from one thread to another would lose its code. */
import { type FaultCode, type FaultDetail, PlanparseError } from '../error.ts'

export interface Fault {
  code: FaultCode
  detail: FaultDetail
}

export function toFault({ code, detail }: PlanparseError): Fault {
  return { code, detail }
}

export function toError({ code, detail }: Fault): PlanparseError {
  return new PlanparseError(code, detail)
}

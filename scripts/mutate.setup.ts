/** Properties are tried for a moment only, from the same seed: a fault must be seen by tables and documents. */
import fc from 'fast-check'

fc.configureGlobal({ seed: 20230601, interruptAfterTimeLimit: 100, markInterruptAsFailure: false })

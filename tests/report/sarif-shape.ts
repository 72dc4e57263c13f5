/**
 * The part of SARIF 2.1.0 that planparse writes, as the standard has it: each object closed, what it requires required.
 */
import { z } from 'zod'

const Message = z.strictObject({ text: z.string() })
/** §3.30: lines and columns from 1. */
const Region = z
  .strictObject({
    startLine: z.int().min(1),
    startColumn: z.int().min(1).optional(),
    endLine: z.int().min(1).optional(),
    endColumn: z.int().min(1).optional(),
  })
  .refine(({ startLine, endLine = startLine }) => endLine >= startLine)
/** §3.4.3: a URI reference of RFC 3986; characters of any other kind are percent-encoded. */
const ArtifactLocation = z.strictObject({ uri: z.string().regex(/^(?:[\w.~!$&'()*+,;=:@/?#-]|%[\dA-F]{2})*$/) })
const Level = z.enum(['none', 'note', 'warning', 'error'])
const Rule = z.strictObject({
  id: z.string().min(1),
  shortDescription: Message,
  fullDescription: Message,
  help: Message,
  defaultConfiguration: z.strictObject({ level: Level }),
})
const Replacement = z.strictObject({ deletedRegion: Region, insertedContent: z.strictObject({ text: z.string() }) })
const Fix = z.strictObject({
  description: Message,
  artifactChanges: z.tuple([
    z.strictObject({ artifactLocation: ArtifactLocation, replacements: z.array(Replacement).min(1) }),
  ]),
})
const Result = z.strictObject({
  ruleId: z.string(),
  ruleIndex: z.int().min(0),
  level: Level,
  message: Message,
  locations: z.tuple([
    z.strictObject({ physicalLocation: z.strictObject({ artifactLocation: ArtifactLocation, region: Region }) }),
  ]),
  fixes: z.array(Fix).optional(),
})
const Notification = z.strictObject({
  level: Level,
  message: Message,
  locations: z.array(z.strictObject({ physicalLocation: z.strictObject({ artifactLocation: ArtifactLocation }) })),
})
const Run = z.strictObject({
  tool: z.strictObject({
    driver: z.strictObject({
      name: z.literal('planparse'),
      version: z.string(),
      semanticVersion: z.string(),
      rules: z.array(Rule),
    }),
  }),
  language: z.string().regex(/^[a-z]{2}(?:-[A-Z]{2})?$/),
  columnKind: z.literal('utf16CodeUnits'),
  results: z.array(Result),
  invocations: z.array(
    z.strictObject({ executionSuccessful: z.boolean(), toolExecutionNotifications: z.array(Notification) }),
  ),
})
export const SarifLog = z.strictObject({
  $schema: z.url(),
  version: z.literal('2.1.0'),
  runs: z.tuple([Run]),
})

/**
 * The configuration, `planparse.config.json` or `.yaml`: data only. The zod schema below is its one definition; the
 * type is inferred from it, and the JSON Schema made (`jsonSchema` of `schema.ts`). Loaded only where there is a
 * configuration.
 */
import * as z from 'zod'
import { RULES, type RuleId } from './check/rules.ts'
import { LABEL_MEANINGS, type LabelMeaning } from './terms/additions.ts'

/** An object with some of a known set of keys. */
function some<Key extends string, Value extends z.ZodType>(keys: readonly Key[], value: Value) {
  const shape = Object.fromEntries(keys.map((key) => [key, value.optional()]))
  return z.strictObject(shape as Record<Key, z.ZodOptional<Value>>)
}

/** Words of a label or heading: 2 to 16 characters, none of which ends a label, or cannot be seen. */
const Wording = z.string().regex(/^[^\s\p{Cc}\p{Cf}\p{Cs}，,；;。、：:|｜]{2,16}$/u)
const Name = z.string().regex(/^(?!\s)[^\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]{1,100}(?<!\s)$/u)

const UnitName = z.strictObject({ name: Name, short: z.array(Name).max(100).optional() })

/** What a configuration may say (docs/configuration.md). */
export const Config = z.strictObject({
  /** The schema itself, for editors. */
  $schema: z.string().optional(),
  /** Rules of `planparse check` that are off or of another severity. */
  rules: some(
    RULES.map(({ id }): RuleId => id),
    z.enum(['off', 'info', 'warning', 'error']),
  ).optional(),
  /** Wordings of labels and column headings, by what they mean. */
  labels: some<LabelMeaning, z.ZodArray<typeof Wording>>(LABEL_MEANINGS, z.array(Wording).max(1000)).optional(),
  /** The units of the house, with the short names under which they are printed. */
  units: z.array(UnitName).max(20_000).optional(),
  /** Headings under which nothing is a task. */
  narrative: z.array(Wording).max(1000).optional(),
  /** As `--year`. */
  year: z.int().min(1000).max(9999).optional(),
  /** As `--lang`. */
  lang: z.enum(['zh', 'en']).optional(),
  /** As `--encoding`. */
  encoding: z.string().refine(isEncoding).optional(),
  /** As `--fail-on` of `planparse check`. */
  failOn: z.enum(['warning', 'error']).optional(),
})
export type Config = z.infer<typeof Config>

function isEncoding(label: string): boolean {
  try {
    return label === 'auto' || new TextDecoder(label) !== null
  } catch {
    return false
  }
}

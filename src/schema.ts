/** The schemas of what planparse writes and of its configuration, and the JSON Schemas made from them. */
export { Config, configJsonSchema } from './config.ts'
export * from './plan.ts'

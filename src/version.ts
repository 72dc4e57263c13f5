/** The version, as in package.json: made by scripts/version.mjs, and a test holds them equal. */
export const VERSION = '0.1.0'

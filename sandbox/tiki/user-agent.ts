/** Names that HTTP libraries give themselves; Tiki's gateway turns them away. */
const LIBRARIES =
  /^(node|undici|node-fetch|axios|got|superagent|python-requests|python-urllib|okhttp|go-http-client|java|apache-httpclient|guzzlehttp|ruby|libwww-perl)\b/i

/** True for a library's own User-Agent, or none. */
export function isLibrary(user_agent: string | undefined): boolean {
  return !user_agent?.trim() || LIBRARIES.test(user_agent.trim())
}

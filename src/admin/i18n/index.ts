import en from "./en.json"
import vi from "./vi.json"

/** Texts of the plugin, merged over the dashboard's own; all under `marketplaces`. */
export default {
  en: { translation: en },
  vi: { translation: vi },
}

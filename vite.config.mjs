/**
 * For the build of the plugin's admin extensions. `public` holds the built admin
 * of the demo shop; without this, Vite would copy it into the published package.
 */
export default { publicDir: false }

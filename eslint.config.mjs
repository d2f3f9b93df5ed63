import medusa from "@medusajs/eslint-plugin"
import tseslint from "typescript-eslint"

/** Layers point one way: api, jobs, subscribers → workflows → modules, providers → domain. */
const forbid = (files, groups, message) => ({
  files,
  rules: {
    "no-restricted-imports": [
      "error",
      { patterns: groups.map((group) => ({ group: [group], message })) },
    ],
  },
})

const tests = ["**/__tests__/**", "**/__fixtures__/**", "integration-tests/**"]

export default [
  {
    ignores: [
      "node_modules/**",
      ".medusa/**",
      "public/**",
      "src/admin/__admin-extensions__.js",
      "**/*.generated.ts",
      "src/modules/*/migrations/**",
    ],
  },
  ...medusa.configs.strict,
  {
    files: ["**/*.{ts,tsx}"],
    languageOptions: {
      parser: tseslint.parser,
      parserOptions: {
        project: ["./tsconfig.test.json", "./src/admin/tsconfig.json"],
        tsconfigRootDir: import.meta.dirname,
      },
    },
    plugins: { "@typescript-eslint": tseslint.plugin },
    rules: {
      "@typescript-eslint/no-explicit-any": "error",
      "@typescript-eslint/no-floating-promises": "error",
      "@typescript-eslint/no-unused-vars": [
        "error",
        { argsIgnorePattern: "^_", varsIgnorePattern: "^_" },
      ],
      eqeqeq: ["error", "always", { null: "ignore" }],
    },
  },
  {
    ...forbid(
      ["src/domain/**/*.ts"],
      [
        "@medusajs/*",
        "@medusajs/**",
        "**/modules/**",
        "**/providers/**",
        "**/workflows/**",
        "node:*",
      ],
      "domain holds pure rules: it imports nothing outside src/domain."
    ),
    ignores: tests,
  },
  {
    ...forbid(
      ["src/providers/**/*.ts"],
      [
        "**/modules/**",
        "**/workflows/**",
        "**/api/**",
        "**/jobs/**",
        "**/subscribers/**",
      ],
      "a provider knows its marketplace and the domain, nothing else of ours."
    ),
    ignores: tests,
  },
  {
    ...forbid(
      ["src/modules/**/*.ts"],
      [
        "**/workflows/**",
        "**/providers/*/**",
        "**/api/**",
        "**/jobs/**",
        "**/subscribers/**",
      ],
      "the module is below workflows and knows no marketplace by name."
    ),
    ignores: tests,
  },
  {
    ...forbid(
      ["src/workflows/**/*.ts"],
      ["**/providers/*/**", "**/api/**", "**/jobs/**", "**/subscribers/**"],
      "workflows reach marketplaces through the registry only."
    ),
    ignores: tests,
  },
  {
    // Outside requests there is no status to map an error to, and the rules and twins
    // count in đồng, which has no smaller unit.
    files: [
      "src/domain/**/*.ts",
      "src/providers/**/*.ts",
      "sandbox/**/*.ts",
      "bench/**/*.ts",
      "simulation/**/*.ts",
      "scripts/**/*.ts",
      "integration-tests/**/*.ts",
      "medusa-config.ts",
    ],
    rules: {
      "@medusajs/use-medusa-error-not-generic-error": "off",
      "@medusajs/prices-in-major-units": "off",
    },
  },
  {
    // Ids are global over the host and all its plugins, so they carry ours as a prefix.
    files: ["src/workflows/**/*.ts"],
    rules: {
      "@medusajs/step-id-kebab-case": "off",
      "@medusajs/workflow-id-matches-export-or-filename": "off",
    },
  },
]

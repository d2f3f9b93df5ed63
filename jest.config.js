const { resolve } = require("node:path")

/** Medusa's own transform: legacy decorators with metadata, no defined class fields. */
const transform = {
  "^.+\\.[jt]sx?$": [
    "@swc/jest",
    {
      jsc: {
        parser: { syntax: "typescript", tsx: true, decorators: true },
        transform: {
          legacyDecorator: true,
          decoratorMetadata: true,
          useDefineForClassFields: false,
        },
        target: "es2021",
      },
    },
  ],
}

const shared = {
  rootDir: __dirname,
  transform,
  testEnvironment: "node",
  moduleFileExtensions: ["js", "ts", "tsx", "json"],
  modulePathIgnorePatterns: ["<rootDir>/.medusa/"],
}

/**
 * `unit` needs nothing but Node; `integration` boots Medusa on the PostgreSQL
 * that DB_HOST, DB_PORT, DB_USERNAME and DB_PASSWORD name (the test script sets them).
 */
module.exports = {
  projects: [
    {
      ...shared,
      displayName: "unit",
      testMatch: [
        "<rootDir>/src/**/__tests__/**/*.spec.ts",
        "<rootDir>/sandbox/**/__tests__/**/*.spec.ts",
        "<rootDir>/scripts/**/__tests__/**/*.spec.ts",
        "<rootDir>/simulation/**/__tests__/**/*.spec.ts",
      ],
      setupFiles: [resolve(__dirname, "jest.unit-setup.js")],
    },
    {
      ...shared,
      displayName: "integration",
      testMatch: ["<rootDir>/integration-tests/**/*.spec.ts"],
      setupFiles: [resolve(__dirname, "integration-tests/setup.ts")],
    },
  ],
}

export * from "./types"
export * from "./workflows/receive-host-returns"
export * from "./workflows/request-host-returns"

/** Largest file that is taken (bytes). */
export const MOST_FILE_BYTES = 50 * 1024 * 1024

/** Most that a workbook may unpack to (bytes), stated and real. */
export const MOST_UNPACKED_BYTES = 500 * 1024 * 1024

/** Most files inside a workbook. */
export const MOST_ENTRIES = 2_000

/** Most rows with anything in them, over all sheets with lines. */
export const MOST_ROWS = 500_000

/** Most that the texts that cells share may take (bytes): they are held while reading. */
export const MOST_SHARED_TEXT_BYTES = 128 * 1024 * 1024

/** Rows of every sheet that are read to find its headings. */
export const HEAD_ROWS = 20

/** Columns that a sheet can have. */
export const MOST_COLUMNS = 16_384

/** Lines that are handed over at once. */
export const LINES_PER_BATCH = 500

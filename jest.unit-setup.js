// Five seconds are not enough on a machine that runs everything at once.
jest.setTimeout(30_000)

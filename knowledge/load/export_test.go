package load

// MaxColumns is a limit that the tests need to know.
const MaxColumns = maxColumns

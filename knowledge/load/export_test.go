package load

// MaxColumns is a limit that the tests look at.
const MaxColumns = maxColumns

// Package storetest finds a PostgreSQL server for tests: the one in TEST_DATABASE_URL, or one of
// its own, started from the programs on the machine and ended with the test. If there is neither,
// the test is skipped and says so.
//
// It promises that each test has tables of its own, and that nothing is left of them. It must not
// know what the tables are.
package storetest

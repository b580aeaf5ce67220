//go:build !race

package score_test

const underRace = false

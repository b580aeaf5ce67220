package store_test

import (
	"path/filepath"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"careeradvisor/bot/store"
	"careeradvisor/knowledge"
)

// noon is the time at which the tests take place.
var noon = time.Date(2026, 3, 1, 12, 0, 0, 123456000, time.UTC)

// database is a database that a test has for itself.
type database struct{ options store.Options }

// open opens it once more.
func (db database) open(t *testing.T) *store.Store {
	t.Helper()
	return open(t, db.options)
}

// suite has the tests that every kind of database passes.
var suite = []struct {
	name   string
	test   func(t *testing.T, db database)
	shared bool // needs a database that several stores may open
}{
	{"one event however often it comes", testRecordOnce, false},
	{"races on shared keys", testRecordRaces, false},
	{"an event without keys", testNoKeys, false},
	{"lanes keep their order", testLanes, false},
	{"leases end", testLeases, false},
	{"done is for good", testDone, false},
	{"workers share the lanes", testWorkers, false},
	{"two stores share the lanes", testTwoStores, true},
	{"turns come back", testTurns, false},
	{"a turn is found by its messages", testTurnAt, false},
	{"conversations", testConversation, false},
	{"a vote is changed", testVotes, false},
	{"gaps", testGaps, false},
	{"gaps are closed once", testCloseGaps, false},
	{"many gaps are closed", testCloseMany, false},
	{"figures", testFigures, false},
	{"plans", testPlans, false},
	{"nudges are due once", testNudges, false},
	{"practices", testPractices, false},
	{"entries", testEntries, false},
	{"settings", testSettings, true},
	{"referrals", testReferrals, false},
	{"many entries", testManyEntries, false},
	{"once", testOnce, false},
	{"a person is forgotten", testForget, false},
	{"old things are pruned", testPrune, false},
	{"a turn is dropped", testDropTurn, false},
	{"hostile text", testHostileText, false},
	{"hostile names", testHostileNames, false},
	{"contexts that end", testContexts, false},
	{"what was kept is there after closing", testReopen, true},
	{"two stores open at once", testOpenAtOnce, true},
	{"a newer version's database", testNewerDatabase, true},
	{"a lane without a head", testLostHead, true},
}

// runSuite runs the suite on databases that fresh makes. In shared ones, each store sees what
// another has kept.
func runSuite(t *testing.T, shared bool, fresh func(t *testing.T) store.Options) {
	for _, c := range suite {
		if !c.shared || shared {
			t.Run(c.name, func(t *testing.T) { c.test(t, database{fresh(t)}) })
		}
	}
}

func TestMemory(t *testing.T) {
	runSuite(t, false, func(*testing.T) store.Options { return store.Options{} })
}

// TestFile gives the file a name that has to be escaped in a URL.
func TestFile(t *testing.T) {
	runSuite(t, true, func(t *testing.T) store.Options {
		return store.Options{Path: filepath.Join(t.TempDir(), "a folder?", "ad#vi%sor.db")}
	})
}

func open(t testing.TB, o store.Options) *store.Store {
	t.Helper()
	s, err := store.Open(t.Context(), o)
	must(t, err)
	t.Cleanup(func() {
		if err := s.Close(); err != nil {
			t.Error(err)
		}
	})
	return s
}

func must(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// same expects what was kept and what came back to be alike.
func same[T any](t *testing.T, got, want T) {
	t.Helper()
	if d := cmp.Diff(want, got); d != "" {
		t.Errorf("wanted (-), got (+):\n%s", d)
	}
}

// refusal and saying are the shortest possible answers.
func refusal() knowledge.Answer { return knowledge.Answer{Kind: knowledge.Refuse, Lead: "no"} }
func saying() knowledge.Answer  { return knowledge.Answer{Kind: knowledge.Answered, Lead: "yes"} }

package main

import (
	"context"
	"errors"
	"log/slog"
	"testing"

	"careeradvisor/bot/memory"
	"careeradvisor/knowledge"
	"careeradvisor/knowledge/library"
)

func quiet() *slog.Logger { return slog.New(slog.DiscardHandler) }

// deadMemory is a store that cannot be reached.
type deadMemory struct{ memory.Store }

var errDead = errors.New("dial tcp: connection refused, password=hush")

func (deadMemory) Waiting(context.Context) (int, error) { return 0, errDead }
func (deadMemory) Ping(context.Context) error           { return errDead }

func TestFiguresWithoutAStore(t *testing.T) {
	c, err := readConfigIn(t)
	if err != nil {
		t.Fatal(err)
	}
	lib, err := library.Start(t.Context(), c.Advisor.library(), library.Options{Log: quiet()})
	if err != nil {
		t.Fatal(err)
	}
	defer lib.Close()
	figures := newFigures()
	figures.MustRegister(newStock(lib, deadMemory{}))
	families, err := figures.Gather()
	if err != nil {
		t.Fatal(err)
	}
	got := map[string]float64{}
	for _, f := range families {
		got[f.GetName()] = f.Metric[0].GetGauge().GetValue()
	}
	if up, ok := got["advisor_store_up"]; !ok || up != 0 {
		t.Errorf("a dead store is up: %v", got)
	}
	if _, ok := got["advisor_inbox_events"]; ok {
		t.Error("a dead store has events")
	}
	if got["advisor_documents"] != float64(len(lib.Contents(knowledge.Scope{}).Documents)) || got["advisor_generation_age_seconds"] <= 0 || got["advisor_generation_age_seconds"] > 60 {
		t.Errorf("the library is not told of: %v", got)
	}
	if _, err := pinged(deadMemory{})(t.Context()); err == nil {
		t.Error("a dead store answers")
	}
}

func readConfigIn(t *testing.T) (config, error) {
	t.Helper()
	clearEnv(t, nil)
	return readConfig()
}

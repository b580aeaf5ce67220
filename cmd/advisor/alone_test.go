package main

import (
	"log/slog"
	"path/filepath"
	"strings"
	"testing"
)

func TestASecondServeOnADataDirSaysSo(t *testing.T) {
	said := &syncBuffer{}
	log := slog.New(slog.NewTextHandler(said, nil))
	c := &advisorConfig{DataDir: t.TempDir()}
	alone, release := holdAlone(c, log)
	if !alone || said.String() != "" {
		t.Errorf("the first: alone is %v; %s", alone, said)
	}
	second, done := holdAlone(c, log)
	if n := strings.Count(said.String(), "another process serves from this data dir"); second || n != 1 || !strings.Contains(said.String(), c.DataDir) {
		t.Errorf("the second: alone is %v; %s", second, said)
	}
	done()
	release()
	third, done := holdAlone(c, log)
	defer done()
	if !third {
		t.Error("what was released is held")
	}
	c.DataDir = filepath.Join(c.DataDir, "nowhere")
	if alone, _ := holdAlone(c, log); alone || !strings.Contains(said.String(), "cannot tell") {
		t.Errorf("without a folder: alone is %v; %s", alone, said)
	}
}

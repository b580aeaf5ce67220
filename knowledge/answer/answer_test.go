package answer_test

import (
	"context"
	"strings"
	"sync"
	"testing"

	"careeradvisor/index"
	"careeradvisor/knowledge"
	"careeradvisor/knowledge/answer"
	"careeradvisor/knowledge/guides"
	"careeradvisor/knowledge/load"
	"careeradvisor/knowledge/meaning"
)

// library is a set of documents with an engine on them.
type library struct {
	docs   []knowledge.Document
	engine *answer.Engine
	search answer.Searcher
}

var libraries sync.Map // name -> func() library; each is opened once

// open opens the built-in guides, or a folder of testdata.
func open(t testing.TB, name string) library {
	t.Helper()
	f, _ := libraries.LoadOrStore(name, sync.OnceValues(func() (library, error) { return read(name) }))
	lib, err := f.(func() (library, error))()
	if err != nil {
		t.Fatal(err)
	}
	return lib
}

func read(name string) (library, error) {
	files, _ := load.Read(guides.FS, "guides/")
	for i := range files {
		files[i].ID = strings.TrimSuffix(files[i].ID, ".md")
	}
	if name != "guides" {
		var err error
		if files, _, err = load.Folder("../score/testdata/" + name + "/docs"); err != nil {
			return library{}, err
		}
	}
	docs, bad := new(load.Parser).ParseAll(context.Background(), files, nil)
	if len(bad) > 0 {
		return library{}, bad[0].Err()
	}
	return build(docs)
}

func build(docs []knowledge.Document) (library, error) {
	vectors, err := meaning.Load()
	if err != nil {
		return library{}, err
	}
	x, err := index.New(docs)
	if err != nil {
		return library{}, err
	}
	return library{docs: docs, search: x, engine: answer.New(docs, x, answer.Options{Meaning: vectors})}, nil
}

func (l library) ask(t testing.TB, q string, earlier ...string) knowledge.Answer {
	t.Helper()
	a, err := l.engine.Answer(t.Context(), knowledge.Question{Text: q, Earlier: earlier})
	if err != nil {
		t.Fatal(err)
	}
	return a
}

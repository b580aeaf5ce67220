package library

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"path/filepath"
	"slices"

	"careeradvisor/index"
	"careeradvisor/knowledge"
	"careeradvisor/knowledge/answer"
	"careeradvisor/knowledge/guides"
	"careeradvisor/knowledge/load"
	"careeradvisor/knowledge/meaning"
)

// Generation is the documents, opened: searchable, and with an engine that answers
// from them.
type Generation struct {
	Index   *index.Index
	Engine  *answer.Engine
	Options answer.Options // of the engine
	LeftOut []load.LeftOut

	answers []string // names in the folder of published answers
}

// Close frees the index.
func (g *Generation) Close() error { return g.Index.Close() }

// Open opens the documents of the sources, the answers in the data dir, and the loose
// files, which stand in no folder. The built-in guides with such answers, and all where
// there is no data dir, are indexed in memory; folders use the current generation in the
// data dir, and build one first where the files have changed.
func Open(ctx context.Context, c Config, log *slog.Logger, loose ...load.File) (*Generation, error) {
	names, _ := answerNames(c.answersDir()) // where this fails readFiles says more
	files, left, err := readFiles(&c)
	if err != nil {
		return nil, err
	}
	files = append(files, loose...)
	g := &Generation{answers: names, LeftOut: left}
	if c.holdsNoIndex() {
		g.Index, err = inMemory(ctx, files)
	} else {
		g.Index, err = g.onDisk(ctx, c.IndexDir(), files, log)
	}
	if err != nil {
		return nil, err
	}
	if err := g.readOptions(&c); err != nil {
		return nil, errors.Join(err, g.Index.Close())
	}
	for _, l := range g.LeftOut {
		log.Warn("left a file out", "reason", l.Why)
	}
	g.Engine = answer.New(g.Index.Documents(), g.Index, g.Options)
	return g, nil
}

// readOptions reads what the engine has beside documents: sentence vectors, unless they
// are switched off, and the synonyms of the folders. A file of synonyms that cannot
// be used is left out, like a bad document.
func (g *Generation) readOptions(c *Config) error {
	if c.Meaning {
		vectors, err := meaning.Load()
		if err != nil {
			return err
		}
		g.Options.Meaning = vectors
	}
	for _, src := range c.Sources {
		if src == Builtin {
			continue
		}
		text, err := load.Synonyms(src)
		if err == nil {
			var s answer.Synonyms
			if s, err = answer.ParseSynonyms(filepath.Join(src, load.SynonymsFile), text); err == nil {
				g.Options.Synonyms = g.Options.Synonyms.And(s)
			}
		}
		if err != nil {
			g.LeftOut = append(g.LeftOut, load.LeftOut{Path: filepath.Join(src, load.SynonymsFile), Why: knowledge.Say(err), Cause: err})
		}
	}
	return nil
}

// readFiles reads the files of every source, and the answers unless they are left out.
func readFiles(c *Config) (files []load.File, left []load.LeftOut, err error) {
	files, left, err = readSources(c.Sources)
	if err != nil || c.WithoutAnswers {
		return files, left, err
	}
	answers, more, err := readAnswers(c.answersDir())
	for _, f := range answers {
		for slices.ContainsFunc(files, func(other load.File) bool { return other.ID == f.ID }) {
			f.ID = answersPrefix + f.ID // a folder of documents has one of that name
		}
		files = append(files, f)
	}
	return files, append(left, more...), err
}

// readSources reads the files of every source. Where two have the same ID, the
// later one is called by its folder too.
func readSources(sources []string) (files []load.File, left []load.LeftOut, err error) {
	seen := map[string]bool{}
	for _, src := range sources {
		var fs []load.File
		var more []load.LeftOut
		prefix := filepath.Base(src)
		if src == Builtin {
			fs, more = load.Read(guides.FS, "guides/")
			for i := range fs {
				fs[i].ID = trimExt(fs[i].ID)
			}
		} else if fs, more, err = load.Folder(src); err != nil {
			return nil, nil, err
		}
		for _, f := range fs {
			for n := 1; seen[f.ID]; n++ {
				f.ID = fmt.Sprintf("%s/%s", prefix, f.ID)
			}
			seen[f.ID] = true
			files = append(files, f)
		}
		left = append(left, more...)
	}
	return files, left, nil
}

func trimExt(id string) string { return id[:len(id)-len(filepath.Ext(id))] }

func inMemory(ctx context.Context, files []load.File) (*index.Index, error) {
	docs, left, err := parseAll(ctx, files)
	if err != nil {
		return nil, err
	}
	if len(docs) == 0 {
		return nil, noDocuments(left)
	}
	return index.New(docs)
}

// parseAll makes documents of files.
func parseAll(ctx context.Context, files []load.File) ([]knowledge.Document, []load.LeftOut, error) {
	var p load.Parser
	docs, left := p.ParseAll(ctx, files, nil)
	return docs, left, p.Close()
}

func noDocuments(left []load.LeftOut) error {
	var why []error
	for _, l := range left {
		why = append(why, l.Err())
	}
	return &knowledge.Error{Say: "None of the documents can be used: mend or replace them.", Cause: errors.Join(why...)}
}

// onDisk opens the generation of these files, or builds it. Where the data dir
// cannot be written the index is kept in memory, and the log says so.
func (g *Generation) onDisk(ctx context.Context, dir string, files []load.File, log *slog.Logger) (*index.Index, error) {
	print := load.Fingerprint(files)
	x, err := index.Open(dir)
	if err == nil && x.Fingerprint() == print {
		return x, nil
	}
	if err == nil {
		x.Close()
	} else if !errors.Is(err, index.ErrNone) {
		log.Warn("the index in the data dir cannot be used and is built again", "reason", err)
	}
	docs, left, err := parseAll(ctx, files)
	if err != nil {
		return nil, err
	}
	g.LeftOut = append(g.LeftOut, left...)
	if len(docs) == 0 {
		return nil, noDocuments(g.LeftOut)
	}
	name, err := index.Build(ctx, dir, docs, print, nil)
	if name != "" { // an error beside a name is about the remains of older generations
		if err != nil {
			log.Warn("old generations of the index cannot be removed", "reason", err)
		}
		x, err = index.Open(dir)
	}
	if err != nil && ctx.Err() == nil {
		log.Warn("the index cannot be kept on disk and is held in memory", "reason", err)
		return index.New(docs)
	}
	return x, err
}

// Built is what [Build] made.
type Built struct {
	Name                string // of the generation
	Documents, Passages int
	LeftOut             []load.LeftOut
}

// Build builds the index of the sources in the data dir anew, whether they have changed
// or not. What was left out is known also where the rest fails.
func Build(ctx context.Context, c Config, progress func(done, total int)) (Built, error) {
	files, left, err := readFiles(&c)
	if err != nil {
		return Built{}, err
	}
	docs, more, err := parseAll(ctx, files)
	b := Built{Documents: len(docs), LeftOut: append(left, more...)}
	if err != nil {
		return b, err
	}
	if len(docs) == 0 {
		return b, noDocuments(b.LeftOut)
	}
	for _, d := range docs {
		b.Passages += len(d.Passages())
	}
	b.Name, err = index.Build(ctx, c.IndexDir(), docs, load.Fingerprint(files), progress)
	return b, err
}

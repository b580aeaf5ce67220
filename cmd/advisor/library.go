package main

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"os"
	"path/filepath"
	"slices"

	"github.com/spf13/cobra"

	"careeradvisor/index"
	"careeradvisor/knowledge"
	"careeradvisor/knowledge/answer"
	"careeradvisor/knowledge/guides"
	"careeradvisor/knowledge/load"
	"careeradvisor/knowledge/meaning"
)

// builtin is the entry of ADVISOR_KNOWLEDGE for the guides in the binary.
const builtin = "builtin"

// library is the documents, opened: searchable, and with an engine that answers
// from them.
type library struct {
	index   *index.Index
	engine  *answer.Engine
	options answer.Options
	answers []string       // names in the folder of published answers
	left    []load.LeftOut // files and folders that were left out
}

func (l *library) Close() error { return l.index.Close() }

// openLibrary opens the documents of ADVISOR_KNOWLEDGE, the answers in the data dir,
// and the loose files, which stand in no folder. The built-in guides with such
// answers, and all where there is no data dir, are indexed in memory; folders use the
// current generation in the data dir, and build one first where the files have changed.
func openLibrary(ctx context.Context, c *advisorConfig, log *slog.Logger, loose ...load.File) (*library, error) {
	names, _ := answerNames(c.answersDir()) // where this fails readFiles says more
	files, left, err := readFiles(c)
	if err != nil {
		return nil, err
	}
	files = append(files, loose...)
	lib := &library{answers: names, left: left}
	if c.holdsNoIndex() {
		lib.index, err = inMemory(ctx, files)
	} else {
		lib.index, err = lib.onDisk(ctx, c.indexDir(), files, log)
	}
	if err != nil {
		return nil, err
	}
	if err := lib.readOptions(c); err != nil {
		return nil, errors.Join(err, lib.index.Close())
	}
	for _, l := range lib.left {
		log.Warn("left a file out", "reason", sentence(l.Err()))
	}
	lib.engine = answer.New(lib.index.Documents(), lib.index, lib.options)
	return lib, nil
}

// readOptions reads what the engine has beside documents: sentence vectors, unless they
// are switched off, and the synonyms of the folders. A file of synonyms that cannot
// be used is left out, like a bad document.
func (l *library) readOptions(c *advisorConfig) error {
	if c.Meaning {
		vectors, err := meaning.Load()
		if err != nil {
			return err
		}
		l.options.Meaning = vectors
	}
	for _, src := range c.sources() {
		if src == builtin {
			continue
		}
		text, err := load.Synonyms(src)
		if err == nil {
			var s answer.Synonyms
			if s, err = answer.ParseSynonyms(filepath.Join(src, load.SynonymsFile), text); err == nil {
				l.options.Synonyms = l.options.Synonyms.And(s)
			}
		}
		if err != nil {
			l.left = append(l.left, load.LeftOut{Path: filepath.Join(src, load.SynonymsFile), Why: knowledge.Say(err), Cause: err})
		}
	}
	return nil
}

// withLibrary reads the configuration, opens the library, and closes it after f.
func withLibrary(cmd *cobra.Command, f func(*library) error) error {
	c, err := readConfig()
	if err != nil {
		return err
	}
	return withLibraryOf(cmd, c, f)
}

func withLibraryOf(cmd *cobra.Command, c config, f func(*library) error) error {
	lib, err := openLibrary(cmd.Context(), &c.Advisor, c.Advisor.logger(cmd.ErrOrStderr()))
	if err != nil {
		return err
	}
	return errors.Join(f(lib), lib.Close())
}

func onlyBuiltin(sources []string) bool {
	for _, s := range sources {
		if s != builtin {
			return false
		}
	}
	return true
}

// readFiles reads the files of every source, and the answers unless they are left out.
func readFiles(c *advisorConfig) (files []load.File, left []load.LeftOut, err error) {
	files, left, err = readSources(c.sources())
	if err != nil || c.withoutAnswers {
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

// holdsNoIndex tells whether the index is held in memory. Scoring without answers must
// not put an index into the data dir that lacks them.
func (a *advisorConfig) holdsNoIndex() bool {
	if onlyBuiltin(a.sources()) || a.DataDir == "" {
		return true
	}
	_, err := os.Stat(a.answersDir())
	return a.withoutAnswers && err == nil
}

// readSources reads the files of every source. Where two have the same ID, the
// later one is called by its folder too.
func readSources(sources []string) (files []load.File, left []load.LeftOut, err error) {
	seen := map[string]bool{}
	for _, src := range sources {
		var fs []load.File
		var more []load.LeftOut
		prefix := filepath.Base(src)
		if src == builtin {
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
func (l *library) onDisk(ctx context.Context, dir string, files []load.File, log *slog.Logger) (*index.Index, error) {
	print := load.Fingerprint(files)
	x, err := index.Open(dir)
	if err == nil && x.Fingerprint() == print {
		return x, nil
	}
	if err == nil {
		x.Close()
	} else if !errors.Is(err, index.ErrNone) {
		log.Warn("the index in the data dir cannot be used and is built again", "reason", sentence(err))
	}
	docs, left, err := parseAll(ctx, files)
	if err != nil {
		return nil, err
	}
	l.left = append(l.left, left...)
	if len(docs) == 0 {
		return nil, noDocuments(l.left)
	}
	name, err := index.Build(ctx, dir, docs, print, nil)
	if name != "" { // an error beside a name is about the remains of older generations
		if err != nil {
			log.Warn("old generations of the index cannot be removed", "reason", sentence(err))
		}
		x, err = index.Open(dir)
	}
	if err != nil && ctx.Err() == nil {
		log.Warn("the index cannot be kept on disk and is held in memory", "reason", sentence(err))
		return index.New(docs)
	}
	return x, err
}

package library

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"log/slog"
	"path/filepath"
	"strings"
	"time"

	"careeradvisor/index"
	"careeradvisor/knowledge"
	"careeradvisor/knowledge/answer"
	"careeradvisor/knowledge/load"
	"careeradvisor/knowledge/practice"
	"careeradvisor/knowledge/reading"
	"careeradvisor/knowledge/roles"
)

// Open opens all documents of the sources, and the answers in the data dir. The
// built-in guides (with such answers), and anything opened without a data dir, are
// indexed in memory. Folders use the current generation in the data dir; if the
// documents have changed, a new one is built first.
func Open(ctx context.Context, c Config, log *slog.Logger) (*Generation, error) {
	if err := c.open(); err != nil {
		return nil, err
	}
	b := builder{config: c, log: log}
	return b.build(ctx)
}

// Built is the result of [Build].
type Built struct {
	Generation          string // its name
	Documents, Passages int
	Vectors             Vectors
	LeftOut             []load.LeftOut
}

// Build reads and indexes the documents from scratch into the data dir, whether they
// have changed or not, and makes missing vectors. It reports indexed passages and
// finished vectors; both functions may be nil.
func Build(ctx context.Context, c Config, log *slog.Logger, indexed func(done, total int), encoded func(Vectors)) (Built, error) {
	if err := c.open(); err != nil {
		return Built{}, err
	}
	b := builder{config: c, log: log, progress: indexed, anew: true}
	p, err := b.gather(ctx)
	if err != nil {
		return Built{}, err
	}
	if err = makeVectors(ctx, p.index, c.encoder, time.Now, encoded); err != nil && ctx.Err() == nil {
		log.Warn("vectors are incomplete", "error", err)
	}
	built := Built{p.index.Generation(), len(p.index.Documents()), 0, vectorsOf(p.index), p.left}
	for _, d := range p.index.Documents() {
		built.Passages += len(d.Passages())
	}
	return built, errors.Join(ctx.Err(), p.index.Close())
}

// builder makes a generation of the documents as they are now.
type builder struct {
	config   Config
	log      *slog.Logger
	loose    []load.File           // published, but in no folder
	old      *Generation           // whose documents are reused; nil for none
	progress func(done, total int) // receives the number of passages as they are indexed; nil for nobody
	pause    func()                // stops the making of the old one's vectors; nil if none are being made
	anew     bool                  // nothing is reused
}

// build makes a generation, or returns the old one if nothing has changed.
func (b *builder) build(ctx context.Context) (*Generation, error) {
	p, err := b.gather(ctx)
	if err != nil {
		return nil, err
	}
	if p.index == nil {
		return b.old, nil
	}
	return b.assemble(p), nil
}

// parts are the parts that make up a generation.
type parts struct {
	index   *index.Index
	options options
	left    []load.LeftOut
	print   string
}

// gather reads and indexes the documents, and takes over the vectors that exist. If nothing has
// changed, it returns no index.
func (b *builder) gather(ctx context.Context) (p parts, err error) {
	files, left, err := readFiles(&b.config)
	if err != nil {
		return p, err
	}
	var stored *index.Index // the one in the data dir
	var known []knowledge.Document
	if b.old != nil {
		known = b.old.Documents()
	} else if stored = b.stored(); stored != nil {
		known = stored.Documents()
	}
	docs, more, err := b.parse(ctx, append(files, b.loose...), known)
	docs, left = unmended(docs), append(left, more...)
	switch {
	case err == nil && len(docs) == 0:
		err = noDocuments(left)
	case err == nil:
		err = b.config.Memory.holds(docs)
	}
	if err != nil {
		return p, errors.Join(err, closed(stored))
	}
	opts, bad := b.options()
	p.options, p.left = opts, append(left, bad...)
	p.print = fingerprint(docs, opts, p.left)
	if b.old != nil && b.old.print == p.print {
		return p, nil
	}
	if p.index, err = b.index(ctx, docs, stored); err == nil {
		b.loadVectors(p.index)
	}
	return p, err
}

// assemble puts together the generation that answers.
func (b *builder) assemble(p parts) *Generation {
	docs := p.index.Documents()
	g := &Generation{Index: p.index, Roles: roles.New(docs, p.options.roles...), LeftOut: p.left, encoder: b.config.encoder, print: p.print}
	g.Engine, g.Practice = answer.New(docs, g.Roles, p.index, answer.Options{Encoder: g.encoder, Synonyms: p.options.synonyms}), practice.New(docs, g.Roles)
	for _, m := range g.Roles.Missing() {
		g.LeftOut = append(g.LeftOut, load.LeftOut{Path: roles.ListName, Why: fmt.Sprintf("The file %q names %q, which does not exist: correct or remove it.", roles.ListName, m)})
	}
	for _, d := range docs {
		for _, s := range d.Sections {
			g.passages += len(s.Passages)
		}
	}
	return g
}

func closed(x *index.Index) error {
	if x == nil {
		return nil
	}
	return x.Close()
}

// parse turns files into documents; those that are known already are reused.
func (b *builder) parse(ctx context.Context, files []load.File, known []knowledge.Document) ([]knowledge.Document, []load.LeftOut, error) {
	bySum := map[string]knowledge.Document{}
	for _, d := range known {
		bySum[d.Sum] = d
	}
	files = taught(files)
	p := load.Parser{Cache: b.config.cacheDir()}
	docs, left := p.ParseAll(ctx, files, func(sum string) (knowledge.Document, bool) {
		d, ok := bySum[sum]
		return d, ok
	})
	return docs, left, errors.Join(p.Close(), ctx.Err())
}

func noDocuments(left []load.LeftOut) error {
	say := "None of the documents can be used: correct or replace them."
	for _, o := range Omissions(left) {
		say += "\n• " + o.String()
	}
	return &knowledge.Error{Say: say}
}

// stored is the index in the data dir; nil if there is none that can be used.
func (b *builder) stored() *index.Index {
	if b.anew || b.config.inMemory() {
		return nil
	}
	x, err := index.Open(b.config.IndexDir())
	if err != nil && !errors.Is(err, index.ErrNone) {
		b.log.Warn("the index in the data dir cannot be used and is built again", "error", err)
	}
	return x
}

// index is the stored one if it was built from these documents, or else a new one. If the data dir
// cannot be written to, the index is held in memory, and the log says so.
func (b *builder) index(ctx context.Context, docs []knowledge.Document, stored *index.Index) (*index.Index, error) {
	if !b.anew && b.config.inMemory() {
		return index.New(docs)
	}
	print := sumOf(docs)
	if stored == nil && b.old != nil && b.old.Index.Fingerprint() == print {
		stored = b.stored()
	}
	if stored != nil && stored.Fingerprint() == print {
		return stored, nil
	}
	old := stored // whose unchanged part is not indexed again
	if old == nil && b.old != nil {
		old = b.old.Index
	}
	x, err := index.Build(ctx, b.config.IndexDir(), docs, print, index.Options{Old: old, Progress: b.progress})
	if err := closed(stored); err != nil {
		b.log.Warn("the old index cannot be closed", "error", err)
	}
	switch {
	case x != nil && err != nil:
		b.log.Warn("old generations of the index cannot be removed", "error", err)
		return x, nil
	case err != nil && ctx.Err() == nil && !b.anew:
		b.log.Warn("the index cannot be kept on disk and is held in memory", "error", err)
		return index.New(docs)
	}
	return x, err
}

// options reads what the folders say about synonyms and roles. A file that cannot be used is left
// out, like a bad document.
func (b *builder) options() (o options, left []load.LeftOut) {
	use := func(src, name string, parse func(text string) error) {
		text, err := load.Beside(src, name)
		if err == nil {
			err = parse(text)
		}
		if err != nil {
			left = append(left, load.LeftOut{Path: filepath.Join(src, name), Why: knowledge.Say(err), Cause: err})
		}
	}
	for _, src := range b.config.folders() {
		use(src, load.SynonymsFile, func(text string) error {
			s, err := parseSynonyms(filepath.Join(src, load.SynonymsFile), text)
			o.synonyms = append(o.synonyms, s...)
			return err
		})
		use(src, roles.ListName, func(text string) error {
			l, err := roles.ParseList([]byte(text))
			if err == nil {
				o.roles = append(o.roles, l)
			}
			return err
		})
	}
	return o, left
}

// options are settings that folders have besides their documents.
type options struct {
	synonyms reading.Synonyms
	roles    []roles.List
}

// sumOf identifies documents, no matter when and where they were read.
func sumOf(docs []knowledge.Document) string {
	h := sha256.New()
	for _, d := range docs {
		fmt.Fprintln(h, d.Sum)
	}
	return hex.EncodeToString(h.Sum(nil))[:16]
}

// fingerprint identifies everything that a generation is made of.
func fingerprint(docs []knowledge.Document, o options, left []load.LeftOut) string {
	var b strings.Builder
	fmt.Fprintln(&b, sumOf(docs), o.synonyms, o.roles)
	for _, l := range left {
		fmt.Fprintf(&b, "%q %q\n", l.Path, l.Why)
	}
	return b.String()
}

package index

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"time"

	"careeradvisor/index/rank"
	"careeradvisor/knowledge"
	"careeradvisor/knowledge/durable"

	"github.com/blevesearch/bleve/v2"
	"github.com/blevesearch/bleve/v2/index/scorch"
	"github.com/blevesearch/bleve/v2/index/scorch/mergeplan"
)

// diskBatch is how many passages are indexed at once on disk; segments are merged at the end, so
// batches can be small and take little memory.
const diskBatch = 1_000

// storeTimeout bounds the wait for a lock on a Bleve store.
const storeTimeout = "5s"

// Options can speed up a build. The zero value is fine.
type Options struct {
	Old      *Index                // an open generation of the same folder: what has not changed since is not indexed again
	Progress func(done, total int) // receives the number of passages done after each batch
}

// Build writes a generation of docs, which must have different IDs, into the folder
// dir, creating it if necessary; it makes the generation current and opens it. The
// caller must not change docs any more. The fingerprint identifies the inputs, in any
// form; [Index.Fingerprint] returns it.
//
// Builds in one folder wait for each other. Until a build is complete, and if it fails
// or ctx ends, everything stays as it was. Older generations are removed, except the
// previous one and those in use; if that fails, Build returns both the new one, which
// is in effect, and the error.
func Build(ctx context.Context, dir string, docs []knowledge.Document, fingerprint string, o Options) (x *Index, err error) {
	b := builder{dir: dir, docs: docs, fingerprint: fingerprint, old: o.Old, progress: o.Progress}
	if b.progress == nil {
		b.progress = func(int, int) {}
	}
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return nil, buildError(dir, err)
	}
	unlock, err := lock(ctx, dir)
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, unlock()) }()
	name, err := nextName(dir, fingerprint)
	if err != nil {
		return nil, buildError(dir, err)
	}
	folder := filepath.Join(dir, name)
	if x, err = b.put(ctx, folder); err != nil {
		return nil, buildError(dir, errors.Join(err, os.RemoveAll(folder)))
	}
	if err := clean(dir); err != nil {
		return x, &knowledge.Error{Say: fmt.Sprintf("The index is built, but I can't remove older ones from %s; please check its permissions.", dir), Cause: err}
	}
	return x, nil
}

// builder is one build.
type builder struct {
	dir         string
	docs        []knowledge.Document
	fingerprint string
	old         *Index // may be nil
	progress    func(done, total int)
}

// put writes a generation, opens it and makes it current.
func (b *builder) put(ctx context.Context, folder string) (*Index, error) {
	each, err := b.write(ctx, folder)
	if err != nil {
		return nil, err
	}
	x, err := openFolder(folder, b.docs, each)
	if err != nil {
		return nil, err
	}
	if err := writeCurrent(b.dir, filepath.Base(folder)); err != nil {
		return nil, errors.Join(err, x.Close())
	}
	return x, nil
}

// buildError says what to do, unless the build was stopped on purpose.
func buildError(dir string, err error) error {
	if errors.Is(err, context.Canceled) || errors.Is(err, context.DeadlineExceeded) {
		return fmt.Errorf("index: build stopped: %w", err)
	}
	say := fmt.Sprintf("I can't build the index in %s; please check the folder's permissions and the space on its disk.", dir)
	return &knowledge.Error{Say: say, Cause: err}
}

// nextName is newer than anything that is named like a generation.
func nextName(dir, fingerprint string) (string, error) {
	entries, err := os.ReadDir(dir)
	if err != nil {
		return "", err
	}
	newest := 0
	for _, e := range entries {
		if n, ok := sequenceOf(e.Name()); ok {
			newest = max(newest, n)
		}
	}
	return generationName(newest+1, fingerprint), nil
}

// write fills a generation's folder, its manifest last.
func (b *builder) write(ctx context.Context, folder string) ([]rank.Lengths, error) {
	if err := os.Mkdir(folder, 0o755); err != nil {
		return nil, err
	}
	each, err := b.writeStore(ctx, folder)
	if err != nil {
		return nil, err
	}
	if err := writeDocuments(ctx, folder, b.docs, each); err != nil {
		return nil, err
	}
	sums, err := digest(folder)
	if err != nil {
		return nil, err
	}
	if err := durable.SyncAll(folder); err != nil {
		return nil, err
	}
	return each, writeManifest(folder, manifest{
		Format: formatVersion, Mapping: mappingVersion, Fingerprint: b.fingerprint,
		Created: time.Now().UTC(), Documents: len(b.docs), Passages: countPassages(b.docs), SHA256: sums,
	})
}

// writeStore fills a Bleve index in a work folder, merges it into one segment and
// copies that: Bleve itself would leave the merged segments lying about.
func (b *builder) writeStore(ctx context.Context, folder string) (each []rank.Lengths, err error) {
	m, err := newMapping(analyzersOf(b.docs))
	if err != nil {
		return nil, err
	}
	work := filepath.Join(folder, workFolder)
	defer func() { err = errors.Join(err, os.RemoveAll(work)) }()
	store, kept, err := b.begin(work, m)
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, store.Close()) }()
	if each, err = feed(ctx, store, m, b.docs, kept, diskBatch, b.progress); err != nil {
		return nil, err
	}
	if err := merge(ctx, store); err != nil {
		return nil, err
	}
	copied, ok := store.(bleve.IndexCopyable)
	if !ok {
		return nil, errors.New("bleve cannot copy its index")
	}
	return each, copied.CopyTo(bleve.FileSystemDirectory(filepath.Join(folder, storeFolder)))
}

// merge leaves one segment, so that a search looks up a word once.
func merge(ctx context.Context, store bleve.Index) error {
	inner, err := store.Advanced()
	if err != nil {
		return err
	}
	if s, ok := inner.(*scorch.Scorch); ok {
		err = s.ForceMerge(ctx, &mergeplan.SingleSegmentMergePlanOptions)
	}
	return errors.Join(err, ctx.Err())
}

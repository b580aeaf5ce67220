package pdf

import (
	"context"
	"errors"
	"io"
	"sync"
	"time"

	"github.com/klippa-app/go-pdfium"
	"github.com/klippa-app/go-pdfium/webassembly"
	"github.com/tetratelabs/wazero"
	"github.com/tetratelabs/wazero/api"
	"github.com/tetratelabs/wazero/experimental"
)

// maxMemory is how much memory PDFium may take for one file, in WebAssembly's pages of 64 KB: 384
// MB.
const maxMemory = 6144

// Engine runs PDFium. The zero Engine is ready for use; PDFium is compiled when the first file is
// read, which takes seconds. An Engine must be closed.
type Engine struct {
	Cache string // a folder that keeps the compiled form, so that the next start takes a moment; "" for none

	mu     sync.Mutex // one file at a time: each may take maxMemory
	pool   pdfium.Pool
	cache  wazero.CompilationCache
	closed bool
}

// errNoEngine says that no file can be read.
var errNoEngine = errors.New("PDFium does not run")

// start compiles PDFium, unless it is compiled already.
func (e *Engine) start() error {
	if e.closed {
		return errNoEngine
	}
	if e.pool != nil {
		return nil
	}
	// A call must end when its context does, whatever a file makes PDFium do; the checks for that
	// make PDFium four times slower.
	config := wazero.NewRuntimeConfig().
		WithCoreFeatures(api.CoreFeaturesV2 | experimental.CoreFeaturesExceptionHandling).
		WithMemoryLimitPages(maxMemory).
		WithCloseOnContextDone(true)
	if e.Cache != "" {
		if cache, err := wazero.NewCompilationCacheWithDir(e.Cache); err == nil { // otherwise it only takes longer
			e.cache = cache
			config = config.WithCompilationCache(cache)
		}
	}
	pool, err := webassembly.Init(webassembly.Config{
		MaxIdle: 1, MaxTotal: 1,
		RuntimeConfig: config,
		FSConfig:      wazero.NewFSConfig(), // no file of this machine
		Stdout:        io.Discard, Stderr: io.Discard,
	})
	if err != nil {
		return errors.Join(errNoEngine, err)
	}
	e.pool = pool
	return nil
}

// Close ends PDFium. No file may be read after that.
func (e *Engine) Close() error {
	e.mu.Lock()
	defer e.mu.Unlock()
	e.closed = true
	var err error
	if e.pool != nil {
		err = e.pool.Close()
		e.pool = nil
	}
	if e.cache != nil {
		err = errors.Join(err, e.cache.Close(context.Background()))
		e.cache = nil
	}
	return err
}

// errTooSlow says that a file took longer than it may.
var errTooSlow = errors.New("no time left")

// with gives do its own instance of PDFium, which is stopped when ctx ends or after a time limit,
// not counting compilation.
func (e *Engine) with(ctx context.Context, longest time.Duration, do func(pdfium.Pdfium) error) error {
	e.mu.Lock()
	defer e.mu.Unlock()
	if err := ctx.Err(); err != nil { // it ended while others read
		return err
	}
	if err := e.start(); err != nil {
		return err
	}
	ctx, cancel := context.WithTimeoutCause(ctx, longest, errTooSlow)
	defer cancel()
	in, err := e.pool.GetInstanceWithContext(ctx)
	if err != nil {
		return err
	}
	killed := make(chan struct{})
	stop := context.AfterFunc(ctx, func() {
		_ = in.Kill()
		close(killed)
	})
	err = do(in)
	if !stop() {
		<-killed
		return context.Cause(ctx)
	}
	return errors.Join(err, in.Close())
}

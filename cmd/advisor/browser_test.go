package main

import (
	"context"
	"os/exec"
	"testing"

	"github.com/chromedp/chromedp"

	"careeradvisor/knowledge/race"
)

// browser starts a headless browser for the test, or skips the test if none is installed.
func browser(t *testing.T) context.Context {
	t.Helper()
	var path string
	for _, name := range []string{"chromium", "chromium-browser", "google-chrome-stable", "google-chrome", "chrome"} {
		if found, err := exec.LookPath(name); err == nil {
			path = found
			break
		}
	}
	if path == "" {
		t.Skip("SKIPPED: no browser is installed to test the playground's page with; on Debian: apt-get install chromium")
	}
	if race.Enabled {
		t.Skip("SKIPPED: the browser's test takes long under the race detector, which does not see into the browser; bot/slackemu/page has tests of the page's server")
	}
	if testing.Short() {
		t.Skip("SKIPPED: the browser's test is not short")
	}
	opts := []chromedp.ExecAllocatorOption{
		chromedp.ExecPath(path), chromedp.UserDataDir(t.TempDir()), chromedp.Headless, chromedp.NoSandbox, chromedp.DisableGPU,
		chromedp.NoFirstRun, chromedp.NoDefaultBrowserCheck,
	}
	for _, flag := range []string{
		"disable-quic", "disable-background-networking", "disable-component-update", "disable-sync", "disable-extensions",
		"disable-dev-shm-usage", "disable-default-apps", "disable-background-timer-throttling", "disable-renderer-backgrounding", "hide-scrollbars",
	} {
		opts = append(opts, chromedp.Flag(flag, true))
	}
	allocator, stop := chromedp.NewExecAllocator(context.Background(), opts...)
	t.Cleanup(stop)
	ctx, closeBrowser := chromedp.NewContext(allocator)
	t.Cleanup(closeBrowser)
	if err := chromedp.Do(ctx); err != nil {
		t.Fatalf("the browser does not start: %v", err)
	}
	return ctx
}

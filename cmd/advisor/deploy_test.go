package main

import (
	"errors"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"

	"go.yaml.in/yaml/v3"

	"careeradvisor/cmd/advisor/settings"
	"careeradvisor/knowledge/load"
)

// repository is the root, seen from this package.
const repository = "../.."

func readYAML(t *testing.T, name string, into any) {
	t.Helper()
	text, err := os.ReadFile(repository + "/" + name)
	if err != nil {
		t.Fatal(err)
	}
	if err := yaml.Unmarshal(text, into); err != nil {
		t.Fatalf("%s: %v", name, err)
	}
}

// node is YAML whose values are found by a path.
type node map[string]any

// at returns the value at a path such as "spec.containers.0.image", or nil if there is none.
func (n node) at(path string) any {
	var v any = n
	for _, key := range strings.Split(path, ".") {
		switch in := v.(type) {
		case node:
			v = in[key]
		case []any:
			if len(key) != 1 || int(key[0]-'0') >= len(in) {
				return nil
			}
			v = in[key[0]-'0']
		default:
			return nil
		}
	}
	return v
}

// want fails the test if a path holds something else.
func (n node) want(t *testing.T, what string, fields map[string]any) {
	t.Helper()
	for path, want := range fields {
		if got := n.at(path); !reflect.DeepEqual(got, want) {
			t.Errorf("%s: %s is %v, want %v", what, path, got, want)
		}
	}
}

// manifests are the objects for Kubernetes, by kind, and the file of each.
func manifests(t *testing.T) (byKind map[string]node, files map[string]string) {
	t.Helper()
	byKind, files = map[string]node{}, map[string]string{}
	names, err := filepath.Glob(repository + "/deploy/kubernetes/*.yaml")
	if err != nil || len(names) == 0 {
		t.Fatal("no manifests", err)
	}
	for _, name := range names {
		f, err := os.Open(name)
		if err != nil {
			t.Fatal(err)
		}
		defer f.Close()
		d := yaml.NewDecoder(f)
		for {
			var n node
			if err := d.Decode(&n); errors.Is(err, io.EOF) {
				break
			} else if err != nil {
				t.Fatalf("%s: %v", name, err)
			}
			kind, _ := n["kind"].(string)
			if byKind[kind] != nil {
				t.Errorf("two objects of kind %s", kind)
			}
			byKind[kind], files[kind] = n, filepath.Base(name)
		}
	}
	return byKind, files
}

func TestKubernetesManifestsKeepWhatTheyPromise(t *testing.T) {
	all, files := manifests(t)
	deployment := all["Deployment"]
	deployment.want(t, "the deployment", map[string]any{
		"spec.replicas": 2,
		"spec.template.spec.automountServiceAccountToken":                          false,
		"spec.template.spec.enableServiceLinks":                                    false,
		"spec.template.spec.securityContext.runAsNonRoot":                          true,
		"spec.template.spec.securityContext.runAsUser":                             65532,
		"spec.template.spec.securityContext.seccompProfile.type":                   "RuntimeDefault",
		"spec.template.spec.containers.0.securityContext.readOnlyRootFilesystem":   true,
		"spec.template.spec.containers.0.securityContext.allowPrivilegeEscalation": false,
		"spec.template.spec.containers.0.securityContext.capabilities.drop":        []any{"ALL"},
		"spec.template.spec.containers.0.resources.limits.memory":                  "512Mi",
		"spec.template.spec.containers.0.livenessProbe.httpGet.path":               "/healthz",
		"spec.template.spec.containers.0.startupProbe.httpGet.path":                "/healthz",
		"spec.template.spec.containers.0.readinessProbe.httpGet.path":              "/readyz",
		"spec.template.spec.containers.0.ports.0.containerPort":                    8080,
		"spec.template.spec.containers.0.args":                                     []any{"serve"},
	})
	all["PodDisruptionBudget"].want(t, "the disruption budget", map[string]any{"spec.minAvailable": 1})
	all["NetworkPolicy"].want(t, "the network policy", map[string]any{"spec.policyTypes": []any{"Ingress", "Egress"}})
	labels := deployment.at("spec.template.metadata.labels")
	for kind, path := range map[string]string{
		"Deployment": "spec.selector.matchLabels", "PodDisruptionBudget": "spec.selector.matchLabels",
		"NetworkPolicy": "spec.podSelector.matchLabels", "Service": "spec.selector",
	} {
		if got := all[kind].at(path); !reflect.DeepEqual(got, labels) {
			t.Errorf("%s selects %v, not the pods with %v", kind, got, labels)
		}
	}
	if got, want := deployment.at("spec.template.spec.volumes.1.configMap.name"), all["ConfigMap"].at("metadata.name"); got != want {
		t.Errorf("the documents are in %v and looked for in %v", want, got)
	}
	if got, want := deployment.at("spec.template.spec.containers.0.envFrom.0.secretRef.name"), all["Secret"].at("metadata.name"); got != want {
		t.Errorf("the secrets are in %v and looked for in %v", want, got)
	}
	resources, _ := all["Kustomization"]["resources"].([]any)
	for kind, file := range files {
		if listed := slices.Contains(resources, any(file)); listed == (kind == "Kustomization" || kind == "Secret") {
			t.Errorf("%s in kustomization.yaml: %v", file, listed)
		}
	}
	for key, value := range all["Secret"]["stringData"].(node) {
		if value != "" {
			t.Errorf("the template has a value for %s", key)
		}
	}
}

// variables are those that the advisor reads.
func variables() []string {
	return append(settings.Names("SLACK", slackConfig{}), settings.Names("ADVISOR", advisorConfig{})...)
}

// TestDeployedVariablesExist, since an unknown ADVISOR_… variable keeps the advisor from starting.
func TestDeployedVariablesExist(t *testing.T) {
	known := variables()
	name := regexp.MustCompile(`\b(?:ADVISOR|SLACK)_[A-Z_]*[A-Z]\b`)
	found := 0
	for _, pattern := range []string{"deploy/*", "deploy/*/*", "docs/operations.md", "THREATS.md", "Dockerfile"} {
		files, err := filepath.Glob(repository + "/" + pattern)
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range files {
			text, err := os.ReadFile(f)
			if err != nil {
				continue // a folder
			}
			for _, v := range name.FindAllString(string(text), -1) {
				found++
				if !slices.Contains(known, v) {
					t.Errorf("%s sets %s, which is no variable of the advisor's", f, v)
				}
			}
		}
	}
	if found < 20 {
		t.Errorf("only %d variables were found", found)
	}
}

func TestOneImageEverywhere(t *testing.T) {
	const image = "career-advisor"
	all, _ := manifests(t)
	var compose node
	readYAML(t, "deploy/compose.yaml", &compose)
	makefile, err := os.ReadFile(repository + "/Makefile")
	if err != nil {
		t.Fatal(err)
	}
	docker, err := os.ReadFile(repository + "/Dockerfile")
	if err != nil {
		t.Fatal(err)
	}
	for what, ok := range map[string]bool{
		"make image builds it":      strings.Contains(string(makefile), "-t "+image+":$(VERSION)"),
		"compose runs it":           strings.HasPrefix(compose.at("services.advisor.image").(string), image+":"),
		"Kubernetes runs it":        all["Deployment"].at("spec.template.spec.containers.0.image") == image+":dev",
		"kustomize can rename it":   all["Kustomization"].at("images.0.name") == image,
		"its user is the pod's":     strings.Contains(string(docker), "USER 65532:65532"),
		"its data dir is mounted":   strings.Contains(string(docker), "ADVISOR_DATA_DIR=/data") && all["Deployment"].at("spec.template.spec.containers.0.volumeMounts.0.mountPath") == "/data",
		"its program asks for help": strings.Contains(string(docker), `ENTRYPOINT ["/advisor"]`),
	} {
		if !ok {
			t.Errorf("not so: %s", what)
		}
	}
}

func TestComposeKeepsWhatItPromises(t *testing.T) {
	var compose node
	readYAML(t, "deploy/compose.yaml", &compose)
	compose.want(t, "compose", map[string]any{
		"services.advisor.read_only":                     true,
		"services.advisor.cap_drop":                      []any{"ALL"},
		"services.advisor.security_opt":                  []any{"no-new-privileges:true"},
		"services.advisor.healthcheck.test":              []any{"CMD", "/advisor", "ready"},
		"services.advisor.depends_on.database.condition": "service_healthy",
		"services.advisor.ports":                         []any{"127.0.0.1:8080:8080"},
		"services.advisor.environment.ADVISOR_LISTEN":    "0.0.0.0:8080",
		"services.database.networks":                     []any{"inside"},
		"services.database.ports":                        nil,
		"networks.inside.internal":                       true,
		"services.database.healthcheck.test.0":           "CMD",
	})
	if cmd, _, err := newRoot(nil, io.Discard, io.Discard).Find([]string{"ready"}); err != nil || cmd.Name() != "ready" {
		t.Errorf("the health check's command does not exist: %v", err)
	}
}

// TestDocumentsOfAConfigMapAreRead although Kubernetes shows them as links into a hidden folder,
// which it replaces as a whole.
func TestDocumentsOfAConfigMapAreRead(t *testing.T) {
	all, _ := manifests(t)
	dir := t.TempDir()
	version := filepath.Join(dir, "..2026_11_25")
	if err := os.Mkdir(version, 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink("..2026_11_25", filepath.Join(dir, "..data")); err != nil {
		t.Skip("SKIPPED: no links here:", err)
	}
	data := all["ConfigMap"]["data"].(node)
	for name, text := range data {
		write(t, filepath.Join(version, name), text.(string))
		if err := os.Symlink("..data/"+name, filepath.Join(dir, name)); err != nil {
			t.Fatal(err)
		}
	}
	files, bad, err := load.Folder(dir)
	if err != nil || len(bad) > 0 || len(files) != len(data) {
		t.Fatalf("%d of %d documents, %v, %v", len(files), len(data), bad, err)
	}
	docs, bad := new(load.Parser).ParseAll(t.Context(), files, nil)
	if len(bad) > 0 || len(docs) != len(data) || len(docs[0].Passages()) == 0 {
		t.Errorf("%d documents, %v", len(docs), bad)
	}
}

// TestMemoryLimitsAgree: each manifest allots the runtime four fifths of the memory that it allows,
// and that is what documents have to fit into.
func TestMemoryLimitsAgree(t *testing.T) {
	all, _ := manifests(t)
	var compose node
	readYAML(t, "deploy/compose.yaml", &compose)
	unit, err := os.ReadFile(repository + "/deploy/systemd/career-advisor.service")
	if err != nil {
		t.Fatal(err)
	}
	told := ""
	for _, e := range all["Deployment"].at("spec.template.spec.containers.0.env").([]any) {
		if e := e.(node); e["name"] == "GOMEMLIMIT" {
			told, _ = e["value"].(string)
		}
	}
	for what, c := range map[string]struct{ limit, told any }{
		"Kubernetes": {all["Deployment"].at("spec.template.spec.containers.0.resources.limits.memory"), told},
		"compose":    {strings.ToUpper(compose.at("services.advisor.mem_limit").(string)) + "i", compose.at("services.advisor.environment.GOMEMLIMIT")},
		"systemd":    {match(unit, `MemoryMax=(.*)`) + "i", match(unit, `GOMEMLIMIT=(.*)`)},
	} {
		if c.limit != "512Mi" || c.told != "400MiB" {
			t.Errorf("%s: GOMEMLIMIT is %v of %v", what, c.told, c.limit)
		}
	}
}

func match(text []byte, pattern string) string {
	m := regexp.MustCompile("(?m)" + pattern + "$").FindSubmatch(text)
	if m == nil {
		return ""
	}
	return string(m[1])
}

func TestUnitIsHardened(t *testing.T) {
	text, err := os.ReadFile(repository + "/deploy/systemd/career-advisor.service")
	if err != nil {
		t.Fatal(err)
	}
	for _, line := range []string{
		"DynamicUser=yes", "ProtectSystem=strict", "ProtectHome=yes", "PrivateTmp=yes", "PrivateDevices=yes", "NoNewPrivileges=yes",
		"CapabilityBoundingSet=", "StateDirectory=career-advisor", "MemoryDenyWriteExecute=yes", "SystemCallFilter=@system-service",
		"RestrictAddressFamilies=AF_INET AF_INET6 AF_UNIX", "UMask=0077", "ExecStart=/usr/local/bin/advisor serve",
	} {
		if !strings.Contains(string(text), "\n"+line+"\n") {
			t.Errorf("the unit lacks %s", line)
		}
	}
	tool, err := exec.LookPath("systemd-analyze")
	if err != nil {
		t.Skip("SKIPPED: systemd-analyze is not here, so that the unit is not verified")
	}
	unit := filepath.Join(t.TempDir(), "career-advisor.service")
	write(t, unit, strings.ReplaceAll(string(text), "/usr/local/bin/advisor", "/bin/sh"))
	if out, err := exec.CommandContext(t.Context(), tool, "verify", "--man=no", unit).CombinedOutput(); err != nil || strings.Contains(string(out), unit) {
		t.Errorf("%v\n%s", err, out)
	}
	// An exposure of 2.0 at most: a process with these rights can do little.
	if out, err := exec.CommandContext(t.Context(), tool, "security", "--offline=true", "--threshold=20", unit).CombinedOutput(); err != nil {
		t.Errorf("%v\n%s", err, out)
	}
}

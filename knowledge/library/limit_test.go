package library

import (
	"runtime/debug"
	"testing"
	"testing/fstest"
)

func TestHostMemory(t *testing.T) {
	host := func(group string, limits map[string]string) fstest.MapFS {
		fsys := fstest.MapFS{}
		if group != "" {
			fsys["proc/self/cgroup"] = &fstest.MapFile{Data: []byte("0::" + group + "\n")}
		}
		for name, text := range limits {
			fsys["sys/fs/cgroup"+name+"/memory.max"] = &fstest.MapFile{Data: []byte(text + "\n")}
		}
		return fsys
	}
	const mb = 1 << 20
	for name, c := range map[string]struct {
		host fstest.MapFS
		set  int64 // GOMEMLIMIT; 0 for none
		want int64
	}{
		"nothing is known":         {host("", nil), 0, defaultMemory},
		"GOMEMLIMIT":               {host("", nil), 3 << 30, 3 << 30},
		"a container":              {host("/", map[string]string{"": "536870912"}), 0, 512 * mb / 5 * 4},
		"a service":                {host("/system.slice/advisor.service", map[string]string{"/system.slice/advisor.service": "536870912", "/system.slice": "max"}), 0, 512 * mb / 5 * 4},
		"the slice of a service":   {host("/system.slice/advisor.service", map[string]string{"/system.slice/advisor.service": "max", "/system.slice": "536870912"}), 0, 512 * mb / 5 * 4},
		"a roomy container":        {host("/", map[string]string{"": "68719476736"}), 0, defaultMemory},
		"no bound":                 {host("/", map[string]string{"": "max"}), 0, defaultMemory},
		"GOMEMLIMIT in its bounds": {host("/", map[string]string{"": "536870912"}), 400 * mb, 400 * mb},
		"GOMEMLIMIT beyond them":   {host("/", map[string]string{"": "536870912"}), 600 * mb, 512 * mb / 5 * 4},
		"no control group's path":  {host("../../etc", nil), 0, defaultMemory},
	} {
		t.Run(name, func(t *testing.T) {
			if c.set > 0 {
				before := debug.SetMemoryLimit(c.set)
				defer debug.SetMemoryLimit(before)
			}
			if got := HostMemory(c.host); got.Bytes != c.want || got.From == "" {
				t.Errorf("%+v, want %d", got, c.want)
			}
		})
	}
}

"""What a container engine would do with one service, on a machine that has none:
`service.py MODEL SERVICE run|health|exec COMMAND…`.

Reads the compose model (JSON) and the service's Dockerfile, and starts the service's command, its health check, or
another command: as the image's user without capabilities, with the image's and the service's environment only, in the
image's folder, with a root that is read-only but for what the compose file mounts. Expects to be root in mount and
network namespaces of its own.
"""

import json
import os
import shlex
import subprocess
import sys


def stages(dockerfile):
    """Stage name -> (what it is made from, [(instruction, rest)]), the last one also under None."""
    with open(dockerfile, encoding="utf-8") as text:
        lines = [line for line in text if not line.lstrip().startswith("#")]
    found, body = {}, []
    for line in "".join(lines).replace("\\\n", " ").splitlines():
        instruction, _, rest = line.strip().partition(" ")
        if instruction == "FROM":
            base, _, name = rest.partition(" AS ")
            body = []
            found[name or f"stage {len(found)}"] = found[None] = (base, body)
        elif instruction:
            body.append((instruction, rest.strip()))
    return found


def image(service):
    """What the image says, its bases' words first."""
    found = stages(os.path.join(service["build"]["context"], service["build"]["dockerfile"]))
    base, chain = service["build"].get("target"), []
    while base in found:
        base, body = found[base]
        chain = body + chain
    said = {"ENV": {"PATH": "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"}}
    for instruction, rest in chain:
        if instruction == "ENV":
            said["ENV"].update(pair.split("=", 1) for pair in shlex.split(rest))
        elif instruction == "ENTRYPOINT":
            said[instruction] = json.loads(rest)
        else:
            said[instruction] = rest
    return said


def mount(*arguments):
    subprocess.run(["mount", *arguments], check=True)


def contain(service):
    """Mounts as the compose file says."""
    for volume in service.get("volumes", []):
        target = volume["target"]
        mount("--bind", target, target)
        if volume.get("read_only"):
            mount("-o", "remount,bind,ro", target)
    if service.get("read_only"):
        for place in ("/opt", "/srv", "/"):
            mount("-o", "remount,bind,ro", place)
    mounted = [entry.partition(":") for entry in service.get("tmpfs", [])]
    for target, _, options in mounted:
        # the engine's own defaults first
        mount("-t", "tmpfs", "-o", ",".join(filter(None, ["nosuid,nodev,noexec", options])), "tmpfs", target)


def command(service, said, what, *other):
    if what == "run":
        return (service.get("entrypoint") or said["ENTRYPOINT"]) + (service.get("command") or [])
    if what == "exec":
        return list(other)
    kind, *test = service["healthcheck"]["test"]
    return ["/bin/sh", "-c", *test] if kind == "CMD-SHELL" else test


def main(model, name, what, *other):
    with open(model, encoding="utf-8") as text:
        service = json.load(text)["services"][name]
    said = image(service) if "build" in service else {"ENV": {"PATH": os.environ["PATH"]}, "WORKDIR": "/"}
    user = str(service.get("user") or said["USER"]).partition(":")[0]
    if user in ("", "0", "root"):
        sys.exit(f"{name}: runs as root")
    arguments = command(service, said, what, *other)
    # of an image that is another project's, no folder is laid out here
    if "build" in service:
        contain(service)
    os.chdir(said["WORKDIR"])
    drop = ["setpriv", f"--reuid={user}", f"--regid={user}", "--clear-groups", "--no-new-privs"]
    drop += ["--inh-caps=-all", "--bounding-set=-all", "--"]
    os.execvpe("setpriv", drop + arguments, said["ENV"] | service.get("environment", {}))


if __name__ == "__main__":
    main(*sys.argv[1:])

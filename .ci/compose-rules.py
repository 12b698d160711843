"""Rules that the compose file and the Dockerfiles keep: `compose-rules.py MODEL COMPOSE_FILE POM PASSWORD`.

MODEL is the file with every variable resolved; PASSWORD is what NEO4J_PASSWORD was while it was resolved.
"""

import glob
import json
import re
import sys

PINNED = re.compile(r"^[a-z0-9./-]+:(?=.*\d+\.\d+)[A-Za-z0-9._-]+$")
SECRET = re.compile(r"password|passwd|secret|token|auth", re.IGNORECASE)


def of_service(name, service, password):
    if not PINNED.match(service.get("image", "")):
        yield f"{name}: no version in its image's name '{service.get('image')}'"
    if service.get("healthcheck", {}).get("test", ["NONE"])[0] not in ("CMD", "CMD-SHELL"):
        yield f"{name}: no health check"
    if service.get("restart") != "unless-stopped":
        yield f"{name}: not restarted"
    if service.get("privileged") or service.get("network_mode") or service.get("cap_add"):
        yield f"{name}: more rights than a container's"
    if service.get("cap_drop") != ["ALL"] or "no-new-privileges:true" not in service.get("security_opt", []):
        yield f"{name}: keeps rights that it does not need"
    # the one whose start script is another project's, and writes
    if not service.get("read_only") and name != "neo4j":
        yield f"{name}: its root can be written"
    for port in service.get("ports", []):
        if port.get("host_ip") != "127.0.0.1":
            yield f"{name}: port {port['target']} is published beyond loopback"
    for key, value in service.get("environment", {}).items():
        if SECRET.search(key) and password not in (value or ""):
            yield f"{name}: {key} is written in the file"
    for on, how in service.get("depends_on", {}).items():
        if how.get("condition") != "service_healthy":
            yield f"{name}: does not wait until {on} is healthy"
    for volume in service.get("volumes", []):
        if volume["type"] != "volume":
            yield f"{name}: mounts {volume.get('source')} of the host"


def of_dockerfile(path):
    with open(path, encoding="utf-8") as text:
        lines = text.read().splitlines()
    stages = set()
    for base, stage in re.findall(r"^FROM (\S+)(?: AS (\S+))?$", "\n".join(lines), re.MULTILINE):
        if base not in stages and not PINNED.match(base):
            yield f"{path}: no version in '{base}'"
        stages.add(stage)
    users = [line.split()[1] for line in lines if line.startswith("USER ")]
    if not users or any(user in ("0", "root") for user in users):
        yield f"{path}: runs as root"


def of_versions(model, pom):
    properties = dict(re.findall(r"<([a-z0-9-]+\.version)>([^<]+)</", pom))
    version = re.search(r"<artifactId>ringlight-parent</artifactId>\s*<version>([^<]+)</version>", pom).group(1)
    for name, service in model["services"].items():
        image = service["image"]
        if image.startswith("ringlight/") and image.partition(":")[2] != version.removesuffix("-SNAPSHOT"):
            yield f"{name}: {image}, but this is version {version}"
    wanted = f"neo4j:{properties.get('neo4j.version')}-community"
    if model["services"]["neo4j"]["image"] != wanted:
        yield f"neo4j: {model['services']['neo4j']['image']}, but the root pom's is {wanted}"
    scala = properties["scala.version"].rpartition(".")[0]
    with open("docker/ringlight/Dockerfile", encoding="utf-8") as text:
        if f"SPARK_SCALA_VERSION={scala}\n" not in text.read():
            yield f"docker/ringlight/Dockerfile: SPARK_SCALA_VERSION is not the root pom's, {scala}"
    # Spark's jars come out of the build itself; a distribution in their place could be of another version
    for name in ("spark-master", "spark-worker", "jupyter"):
        if model["services"][name].get("build", {}).get("dockerfile") != "docker/ringlight/Dockerfile":
            yield f"{name}: Spark from elsewhere than the root pom"


def main(model, file, pom, password):
    with open(model, encoding="utf-8") as text:
        model = json.load(text)
    with open(pom, encoding="utf-8") as text:
        pom = text.read()
    with open(file, encoding="utf-8") as text:
        refusals = re.findall(r"\$\{NEO4J_PASSWORD(.)", text.read().replace(":?", "?"))
    broken = [line for name, service in model["services"].items() for line in of_service(name, service, password)]
    broken += [line for path in sorted(glob.glob("docker/*/Dockerfile")) for line in of_dockerfile(path)]
    broken += of_versions(model, pom)
    if not refusals or set(refusals) != {"?"}:
        broken.append("NEO4J_PASSWORD has a default")
    for line in broken:
        print(f"compose-rules: {line}", file=sys.stderr)
    sys.exit(1 if broken else 0)


if __name__ == "__main__":
    main(*sys.argv[1:])

"""Clusters co-spend lists with graphsense-clustering, beside ours.

    oracle.py LISTS CLUSTERS ROUNDS

LISTS holds 32-bit little-endian numbers: addresses, lists, the lists' offsets, their members. Writes the
smallest address of each address's cluster to CLUSTERS, and prints the seconds of each round: making the
union-find, all joins, and the clusters of all addresses.
"""

import sys
import time

import pyarrow as pa
from gs_clustering import Clustering


def main(lists_file, clusters_file, rounds):
    data = pa.memory_map(lists_file).read_buffer()
    addresses, count = memoryview(data)[:8].cast("i")
    end = 8 + 4 * (count + 1)
    offsets = pa.Array.from_buffers(pa.int32(), count + 1, [None, data.slice(8, end - 8)])
    members = (data.size - end) // 4
    values = pa.Array.from_buffers(pa.uint32(), members, [None, data.slice(end)])
    lists = pa.ListArray.from_arrays(offsets, values)
    for _ in range(rounds):
        start = time.perf_counter()
        clustering = Clustering(max_address_id=addresses - 1)
        clustering.process_transactions_arrow(lists)
        mapping = clustering.get_mapping()
        print(time.perf_counter() - start, flush=True)
    clusters = mapping.column("cluster_id")
    with open(clusters_file, "wb") as out:
        out.write(memoryview(clusters.buffers()[1])[: 4 * len(clusters)])


main(sys.argv[1], sys.argv[2], int(sys.argv[3]))

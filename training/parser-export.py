"""Writes models/parser.bin from what training/parser.py saved: a JSON header, then int8 rows with a float32 scale each.

    python training/parser-export.py scratch/parser.pt models/parser.bin VERSION
"""
import json
import struct
import sys

import numpy
import torch

source, target, version = sys.argv[1:4]
saved = torch.load(source, map_location='cpu', weights_only=True)
body, tensors = bytearray(), {}
for name, value in saved['sd'].items():
    matrix = value.detach().float().numpy()
    matrix = matrix.reshape(1, -1) if matrix.ndim == 1 else matrix.reshape(-1, matrix.shape[-1])
    tensors[name] = {'rows': matrix.shape[0], 'columns': matrix.shape[1], 'at': len(body)}
    for row in matrix:
        scale = float(numpy.abs(row).max()) / 127 or 1.0
        body += struct.pack('<f', scale) + numpy.clip(numpy.rint(row / scale), -127, 127).astype(numpy.int8).tobytes()
header = json.dumps({
    'format': 1, 'version': version, 'hidden': saved['args']['hidden'], 'layers': saved['args']['layers'],
    'vocabulary': sorted(saved['vocab'], key=saved['vocab'].get), 'tags': saved['tags'], 'relations': saved['rels'], 'names': saved['names'], 'tensors': tensors,
}, ensure_ascii=False, separators=(',', ':')).encode()
with open(target, 'wb') as out:
    out.write(b'CASUSPAR' + struct.pack('<I', len(header)) + header + body)
print(f'{(12 + len(header) + len(body)) / 1e6:.1f} MB')

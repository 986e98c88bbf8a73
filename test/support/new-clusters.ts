import { fencingKinds, type NewCluster, type NewNode, serviceKinds } from '../../server/src/languages/new-cluster';

const nodesOf = (count: number): NewNode[] =>
  ['alpha', 'beta.example.com', 'gamma'].slice(0, count).map((name, i) => ({
    name,
    address: `192.0.2.${11 + i}`,
    fencing: `192.0.2.${111 + i}`,
  }));

const storage = { disk: '/dev/vg0/shop', fstype: 'xfs', mountPoint: '/srv/shop' };

/** New clusters of every kind: each fencing and each service, with and without data and address, two and three nodes. */
export const newClusters: readonly NewCluster[] = fencingKinds.flatMap((fencing, f) =>
  serviceKinds.flatMap((service, s): NewCluster[] =>
    [0, 1, 2, 3].flatMap((bits): NewCluster[] => {
      const plan: NewCluster = {
        name: 'shop',
        nodes: nodesOf((f + s + bits) % 2 === 0 ? 2 : 3),
        service,
        fencing,
        ...((bits & 1) === 1 && { address: '192.0.2.20/24' }),
        ...((bits & 2) === 2 && { storage }),
        ...(service === 'systemd' && { unit: 'shop' }),
      };
      // A cluster that runs nothing is none.
      return service === 'none' && bits === 0 ? [] : [plan];
    }),
  ),
);
